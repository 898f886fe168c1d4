/** Heights in CSS pixels; wall.css repeats them as `--wall-row` and `--wall-head`. */
export const ROW_PX = 32
export const HEAD_PX = 60
