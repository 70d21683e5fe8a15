/**
 * The look for an agency's own elements, so that they match the kit's: sheets for `static styles`, icons, marks and notes.
 * The private `--_name` of each token can be read below an element that has `baseStyles`; with a `GroundController` as well, its
 * colours fit any page.
 */
export { icon } from '../pieces/icon.js';
export * as icons from '../pieces/icons.js';
export * as moreIcons from '../pieces/icons.more.js';
export { note, notice, noteStyles } from '../pieces/note.js';
export { saleShape, saleStyles } from '../pieces/sale-mark.js';
export { stepper, stepperStyles } from '../pieces/stepper.js';
export { GroundController } from '../base/ground.js';
export { baseStyles } from './base.js';
export { controls } from './controls.js';
export { fields } from './fields.js';
export { prices } from './prices.js';
export { titleStyles } from './titles.js';
