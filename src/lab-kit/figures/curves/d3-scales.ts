// The scales that Recharts finds by name: all of d3's would bring its calendars and quantiles to every chart.
// Our axes are linear or logarithmic; the other two stand in until Recharts has read its axes.
export { scaleBand, scaleLinear, scaleLog, scalePoint } from 'd3-scale';
