import { css } from 'lit';

/** The larger titles, for pages of their own. */
export const titleStyles = css`
  .title-xl,
  .title-l {
    font-size: 1.75em;
    font-weight: 600;
    line-height: 1.143;
    letter-spacing: -0.022em;
    text-wrap: balance;
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
