import type { SceneVariable } from '@grafana/scenes';
import {
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  SceneVariableSet,
  TextBoxVariable,
} from '@grafana/scenes';
import type { VariableModel } from './model';
import { textOf } from '../../src/frames/textOf';

/** The variables of a dashboard; a kind that the local host does not know is left out. */
export function buildVariables(models: VariableModel[]): SceneVariableSet {
  return new SceneVariableSet({
    variables: models.map(buildVariable).filter((variable) => variable !== undefined),
  });
}

function buildVariable(model: VariableModel): SceneVariable | undefined {
  const { name, label, description, hide, skipUrlSync, current } = model;
  const common = { name, label, description, hide, skipUrlSync };
  const query = typeof model.query === 'string' ? model.query : '';
  const choice = {
    ...common,
    isMulti: model.multi,
    includeAll: model.includeAll,
    defaultToAll: model.includeAll,
    allValue: model.allValue,
    value: choiceOf(current.value),
    text: choiceOf(current.text),
  };
  switch (model.type) {
    case 'custom':
      return new CustomVariable({ ...choice, query });
    case 'query':
      return new QueryVariable({
        ...choice,
        query: model.query as string,
        datasource: model.datasource ?? null,
        regex: model.regex,
        refresh: model.refresh,
        sort: model.sort,
      });
    case 'datasource':
      return new DataSourceVariable({ ...choice, pluginId: query, regex: model.regex });
    case 'textbox':
      return new TextBoxVariable({ ...common, value: textOf(current.value) ?? query });
    case 'constant':
      return new ConstantVariable({ ...common, value: query });
    case 'interval':
      return new IntervalVariable({
        ...common,
        value: textOf(current.value) ?? '',
        intervals: query.split(',').map((interval) => interval.trim()),
        autoEnabled: model.auto,
        autoStepCount: model.autoCount,
        autoMinInterval: model.autoMin,
      });
    default:
      return undefined;
  }
}

function choiceOf(value: unknown): string | string[] {
  return Array.isArray(value) ? value.map(String) : (textOf(value) ?? '');
}
