export { coefficientPath, type CoefficientPathOptions, type PathSeries } from './charts/coefficient-path.js';
export { rocPlot, type RocPlotOptions, type RocSeries } from './charts/roc-plot.js';
export {
  solverComparison,
  type SolverComparisonOptions,
  type SolverResult,
} from './charts/solver-comparison.js';
export {
  trainingCurve,
  type TrainingCurveOptions,
  type TrainingPoint,
  type TrainingSeries,
} from './charts/training-curve.js';
export { digitGrid, type DigitGridOptions } from './digits/digit-grid.js';
export { type ImageOptions, MOST_IMAGES } from './digits/image-options.js';
export {
  misclassifiedGallery,
  type MisclassifiedGalleryOptions,
  type MisclassifiedItem,
} from './digits/misclassified-gallery.js';
export { type DigitImages, type ImageShape, NonFinitePixelError } from './digits/pixel-image.js';
export { weightImages, type WeightImagesOptions } from './digits/weight-images.js';
export { confusionHeatmap, type ConfusionHeatmapOptions } from './heatmap/confusion-heatmap.js';
export { type Normalization } from './heatmap/heatmap-data.js';
export { type HeatmapStyleName } from './heatmap/heatmap-style.js';
export { toHtml, type HtmlOptions } from './renderers/html/to-html.js';
export { toSvg, type SvgOptions } from './renderers/svg/to-svg.js';
export type {
  BarPanel,
  CircleMark,
  CurveSeries,
  GradientMark,
  GroupMark,
  ImageMark,
  LineMark,
  Mark,
  Picture,
  PixelImage,
  RectMark,
  Scene,
  SceneTable,
  TextAnchor,
  TextMark,
} from './scene.js';
