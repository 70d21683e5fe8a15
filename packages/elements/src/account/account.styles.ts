import { css } from 'lit';

export const accountStyles = css`
  .base,
  form {
    display: grid;
    gap: 16px;
    max-width: 30rem;
  }
  .remember {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    cursor: pointer;
  }
  .hello {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  .hello > :first-child {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;
