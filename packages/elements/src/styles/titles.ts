import { css } from 'lit';

/** The titles larger than a card's. */
export const titleStyles = css`
  .title-xl,
  .title-l,
  .title-m {
    font-weight: 600;
    text-wrap: balance;
  }
  .title-xl,
  .title-l {
    font-size: 1.75em;
    line-height: 1.143;
    letter-spacing: -0.022em;
  }
  .title-m {
    font-size: 1.375em;
    line-height: 1.182;
    letter-spacing: -0.014em;
  }
  @container (min-width: 600px) {
    .title-l {
      font-size: 2.125em;
      line-height: 1.118;
    }
  }
  @container (min-width: 800px) {
    .title-xl {
      font-size: 2.75em;
      line-height: 1.09;
    }
  }
`;
