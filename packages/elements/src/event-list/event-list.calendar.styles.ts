import { css } from 'lit';

export const calendarStyles = css`
  .month-head,
  .turn,
  .spans,
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
  }
  .month-head {
    gap: 12px 24px;
    margin-block-end: 16px;
  }
  .spans {
    gap: 8px;
  }
  .month-head .title-m {
    min-width: 9.5em;
  }
  .square {
    width: 44px;
    padding: 0;
  }
  .square[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .legend {
    gap: 6px 16px;
    margin-inline-start: auto;
  }
  .calendar {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .calendar th {
    padding: 6px 0;
    font-weight: 400;
    text-align: center;
  }
  .calendar td {
    height: 48px;
    padding: 2px 0;
    text-align: center;
    vertical-align: top;
  }
  .day-number,
  .day-choice {
    display: inline-grid;
    place-content: center;
    position: relative;
    min-width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 22px;
    background: none;
    color: inherit;
    font: inherit;
  }
  .day-number b,
  .day-choice b {
    font-weight: 600;
  }
  .day-choice {
    cursor: pointer;
  }
  .day-choice[aria-pressed='true'] {
    box-shadow: inset 0 0 0 2px currentColor;
  }
  .other .day-number {
    color: var(--_ink-faint);
  }
  .calendar [aria-current='date'] :is(.day-number, .day-choice) {
    background: currentColor;
  }
  .calendar [aria-current='date'] :is(.day-number, .day-choice) > b {
    color: var(--_ground);
  }
  .calendar ~ .month {
    margin-block-start: 40px;
  }
  .dot {
    position: absolute;
    inset: auto 0 6px;
    width: 6px;
    height: 6px;
    margin-inline: auto;
    border-radius: 3px;
    background: var(--_good);
  }
  .dot.none {
    background: var(--_ink-faint);
  }
  .plays {
    display: none;
  }
  .entry {
    display: flex;
    gap: 8px;
    min-height: 44px;
    padding-block: 8px;
    color: inherit;
    text-decoration: none;
  }
  .entry:hover .title {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .entry .mark {
    margin-block-start: 4px;
  }
  .entry b {
    font-weight: 500;
  }
  .place {
    display: block;
  }
  .agenda {
    margin-block-start: 16px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  @container (min-width: 600px) {
    .calendar td {
      height: 124px;
      padding: 6px 4px 8px 8px;
      border: 1px solid var(--_line);
      text-align: start;
    }
    .calendar td:first-child {
      border-inline-start: 0;
    }
    .calendar td:last-child {
      border-inline-end: 0;
    }
    .calendar th {
      padding-inline: 8px;
      text-align: start;
    }
    .day-choice,
    .agenda:not(.whole),
    .calendar .place {
      display: none;
    }
    .day-number {
      min-width: 26px;
      height: 26px;
      margin-inline-start: -4px;
    }
    .plays {
      display: block;
    }
    .day-number.plays {
      display: inline-grid;
    }
    .calendar .entry {
      gap: 6px;
      min-height: 24px;
      padding-block: 4px;
      font-size: 0.8125em;
      line-height: 1.3;
    }
    .calendar .entry .mark {
      width: 11px;
      height: 11px;
      margin-block-start: 3px;
    }
    .calendar .what {
      min-width: 0;
    }
    .calendar .title {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow-wrap: anywhere;
    }
    .calendar.week td {
      height: 320px;
    }
    .agenda.whole {
      display: grid;
      grid-template-columns: 220px 1fr;
    }
    .agenda.whole h3 {
      padding-block: 8px;
    }
  }
  @media (forced-colors: active) {
    [aria-current='date'] .day-number {
      outline: 2px solid;
    }
    .dot {
      background: CanvasText;
    }
  }
`;
