import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as d3 from 'd3';
import i18next from 'i18next';
import jquery from 'jquery';
import lodash from 'lodash';
// eslint-disable-next-line no-restricted-imports -- plugins share the host's moment, whatever the host itself uses
import moment from 'moment';
import prismjs from 'prismjs';
import React from 'react';
import ReactDOM from 'react-dom';
import * as reactDomClient from 'react-dom/client';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactRouter from 'react-router';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';

/** What a plugin shares with its host: the externals of the scaffold's webpack configuration. */
const SHARED: Record<string, object> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  d3,
  i18next,
  jquery,
  lodash,
  moment,
  prismjs,
  react: React,
  'react-dom': ReactDOM,
  'react-dom/client': reactDomClient,
  'react/jsx-runtime': jsxRuntime,
  'react-router': reactRouter,
  rxjs,
  'rxjs/operators': rxjsOperators,
};

let shared = false;

/** Loads an AMD module as Grafana does, with the page's own copies of what it shares. */
export async function loadAmdModule(url: string): Promise<unknown> {
  if (!shared) {
    shareModules();
    shared = true;
  }
  return System.import(new URL(url, window.location.origin).href);
}

function shareModules() {
  const imports = Object.fromEntries(Object.keys(SHARED).map((name) => [name, `package:${name}`]));
  System.addImportMap({ imports });
  for (const [name, module] of Object.entries(SHARED)) {
    // With __useDefault the plugin gets this very object and not a namespace around it.
    System.set(`package:${name}`, { default: module, __useDefault: true });
  }
}
