import { useCallback, useEffect } from 'preact/hooks';
import { formatCount, formatShort } from '@tenfold/core';

import { isShownView, LINEAR_WEIGHTS } from '../../model/views.js';
import type { Fact, modelContract, ModelFileContent } from '../../protocol/webviews/model.js';
import type { Label } from '../../protocol/values.js';
import { cleanLabel } from '../shared/clean-label.js';
import { PreparedNote } from '../shared/prepared-note.js';
import { Problem } from '../shared/problem.js';
import type { PageProps } from '../shared/start.js';
import { t } from '../shared/text.js';
import { useLoad } from '../shared/use-load.js';
import { viewTitle } from '../shared/view-title.js';
import { WeightImages } from '../weights/weight-images.js';
import { CoefficientTable } from '../weights/weight-table.js';
import { showFailure } from '../shared/failures.js';

type Props = PageProps<typeof modelContract, { model: string }, never>;
type Model = Extract<ModelFileContent, { kind: 'model' }>;

/** What a model's file holds. */
export function ModelPage({ host }: Props) {
  const [loaded, load] = useLoad(useCallback((signal: AbortSignal) => host.load({}, { signal }), [host]));
  useEffect(() => {
    const stop = new AbortController();
    host.watch({}, { signal: stop.signal, onNotice: load }).catch(() => undefined);
    return () => stop.abort();
  }, [host]);
  if (loaded.state === 'loading') return <p class="hint">{t('Loading the model…')}</p>;
  if (loaded.state === 'loaded' && loaded.value.kind === 'model') {
    return <ModelContent host={host} model={loaded.value} />;
  }
  const reason =
    loaded.state === 'failed'
      ? t('The file cannot be read: {0}', loaded.message)
      : loaded.value.kind === 'broken'
        ? loaded.value.reason
        : '';
  return (
    <Problem
      title={loaded.state === 'loaded' && loaded.value.kind === 'broken' ? loaded.value.name : t('Model')}
      message={reason}
      retry={load}
    >
      <button type="button" onClick={() => showFailure(host.openAsText({}))}>
        {t('Open as Text')}
      </button>
    </Problem>
  );
}

function ModelContent({ host, model }: { host: Props['host']; model: Model }) {
  const { form, weights, fit } = model;
  const { shape, name } = form;
  // Its weights stand on this page.
  const pages = form.views.filter(isShownView).filter((view) => view !== LINEAR_WEIGHTS);
  const isSquare = shape !== null && shape[0] === shape[1];
  return (
    <div class="model">
      <header class="weights-head">
        <h1 title={name}>{name}</h1>
        <div class="weights-buttons">
          <button type="button" disabled={!isSquare} onClick={() => showFailure(host.draw({}))}>
            {t('Draw a Digit')}
          </button>
          <button type="button" class="secondary" onClick={() => showFailure(host.predict({}))}>
            {t('Predict…')}
          </button>
          {pages.map((view) => (
            <button
              key={view}
              type="button"
              class="secondary"
              onClick={() => showFailure(host.show({ view }))}
            >
              {viewTitle(view)}
            </button>
          ))}
          <button type="button" class="secondary" onClick={() => showFailure(host.openAsText({}))}>
            {t('Open as Text')}
          </button>
        </div>
      </header>
      {fit?.converged === false && (
        <p class="model-warning" role="note">
          {t('The fit ended before it converged: more iterations would change the weights.')}
        </p>
      )}
      <div class="model-facts">
        <Facts title={t('Model')} facts={overview(model)} />
        <Facts title={t('Hyper-parameters')} facts={model.params} />
        {model.provenance.length > 0 && <Facts title={t('Where it comes from')} facts={model.provenance} />}
      </div>
      {weights !== null && (
        <>
          <h2>{t('Weights')}</h2>
          <PreparedNote transformers={form.transformers} />
          {shape === null ? (
            <CoefficientTable weights={weights} />
          ) : (
            <WeightImages weights={weights} shape={shape} />
          )}
        </>
      )}
    </div>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {facts.map(({ name, value }, i) => (
          <div key={i}>
            <dt title={name}>{name}</dt>
            <dd title={value}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The most classes or features that are named; of more, their number is shown. */
const MOST_CLASSES = 30;

function listed(names: readonly Label[]): string {
  const shown = names.slice(0, MOST_CLASSES).map(cleanLabel).join(', ');
  return names.length > MOST_CLASSES ? t('{0}, … ({1} in all)', shown, names.length) : shown;
}

/** The names of the views that there may be. */
function viewText(view: string): string {
  const texts: Readonly<Record<string, string>> = {
    'linear-weights': t('weights'),
    neighbors: t('nearest training rows'),
    'class-means': t('means of the classes'),
  };
  return Object.hasOwn(texts, view) ? texts[view] : view;
}

function overview({ form, estimator, summary, fit, size }: Model): Fact[] {
  const { classes, nFeatures, shape, maximum, featureNames, views } = form;
  return [
    { name: t('Classifier'), value: estimator },
    { name: t('What it does'), value: summary },
    { name: t('Classes'), value: listed(classes) },
    {
      name: t('Takes'),
      value:
        shape === null
          ? t('{0} features', formatCount(nFeatures))
          : t('images of {0} × {1}, white is {2}', shape[0], shape[1], maximum),
    },
    ...(featureNames === undefined ? [] : [{ name: t('Features'), value: listed(featureNames) }]),
    ...(fit === null
      ? []
      : [
          { name: t('Converged'), value: fit.converged ? t('yes') : t('no') },
          { name: t('Iterations'), value: fit.iterations.slice(0, MOST_CLASSES).join(', ') },
          { name: t('Objective'), value: formatShort(fit.objective, 4) },
        ]),
    ...(views.length === 0 ? [] : [{ name: t('Views'), value: views.map(viewText).join(', ') }]),
    { name: t('Size'), value: t('{0} bytes', formatCount(size)) },
  ];
}
