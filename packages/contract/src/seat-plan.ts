export interface SeatPlan {
  format: 1;
}
