/**
 * What detectors are published to score on these series: `Score` of `results/<detector>/<detector>_standard_scores.csv`, numenta/NAB v1.1, commit ea702d75
 * (standard profile; the detector that never alarms is left out, and `random` has no result on two of them).
 */

export const nabSeries = [
  'ambient_temperature_system_failure',
  'machine_temperature_system_failure',
  'nyc_taxi',
  'rogue_agent_key_hold',
] as const;

export const nabPublished: Readonly<
  Record<(typeof nabSeries)[number], readonly (readonly [detector: string, score: number])[]>
> = {
  ambient_temperature_system_failure: [
    ['ARTime', 1.657733],
    ['bayesChangePt', -2.0],
    ['contextOSE', -0.3186],
    ['earthgeckoSkyline', 1.73112],
    ['expose', -2.0],
    ['htmjava', 1.337027],
    ['knncad', -0.767605],
    ['numenta', -0.7586],
    ['numentaTM', 1.109773],
    ['random', 0.450115],
    ['randomCutForest', 1.762169],
    ['relativeEntropy', -1.399793],
    ['skyline', -2.0],
    ['twitterADVec', -2.0],
    ['windowedGaussian', -2.0],
  ],
  machine_temperature_system_failure: [
    ['ARTime', 2.55633],
    ['bayesChangePt', -3.319899],
    ['contextOSE', -0.16497],
    ['earthgeckoSkyline', 1.399885],
    ['expose', -3.107315],
    ['htmjava', 0.508086],
    ['knncad', -2.856411],
    ['numenta', 1.360133],
    ['numentaTM', 1.584402],
    ['random', 1.552377],
    ['randomCutForest', -2.118569],
    ['relativeEntropy', -0.916101],
    ['skyline', -2.133082],
    ['twitterADVec', -0.237213],
    ['windowedGaussian', -4.0],
  ],
  nyc_taxi: [
    ['ARTime', 3.77521],
    ['bayesChangePt', -5.0],
    ['contextOSE', -1.319768],
    ['earthgeckoSkyline', -5.0],
    ['expose', -5.0],
    ['htmjava', 2.515114],
    ['knncad', 0.265091],
    ['numenta', 2.435728],
    ['numentaTM', 0.471136],
    ['randomCutForest', -3.184631],
    ['relativeEntropy', 3.83336],
    ['skyline', -5.0],
    ['twitterADVec', -5.0],
    ['windowedGaussian', -5.0],
  ],
  rogue_agent_key_hold: [
    ['ARTime', -1.280892],
    ['bayesChangePt', 1.27959],
    ['contextOSE', -0.959262],
    ['earthgeckoSkyline', -2.33],
    ['expose', -2.0],
    ['htmjava', -2.22],
    ['knncad', 0.3005],
    ['numenta', -1.113701],
    ['numentaTM', -2.22],
    ['randomCutForest', -1.527399],
    ['relativeEntropy', -1.515821],
    ['skyline', -2.0],
    ['twitterADVec', -2.22],
    ['windowedGaussian', -2.44],
  ],
};
