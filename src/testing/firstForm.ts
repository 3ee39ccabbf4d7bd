/** The options and field configs of panels as 0.1.0 saved them. */
export const firstForm = {
  panels: [
    {
      id: 1,
      type: 'protocolops-protocol-panel',
      title: 'Lead quality',
      options: {
        layout: 'rows',
        chart: {
          legend: {
            showLegend: false,
            displayMode: 'list',
            placement: 'bottom',
            calcs: [],
          },
          tooltip: {
            mode: 'single',
            sort: 'none',
          },
        },
      },
      fieldConfig: {
        defaults: {
          color: {
            mode: 'palette-classic',
          },
          thresholds: {
            mode: 'absolute',
            steps: [
              {
                color: 'green',
                value: null,
              },
            ],
          },
          custom: {
            lineWidth: 2,
            fillOpacity: 0,
            rule: {
              due: 'weekdays 07:00 Europe/Berlin',
              workingHours: 'weekdays 09:00-17:30 Europe/Berlin',
              holidays:
                '2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-05-29 2025-06-09 2025-10-03 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25 2026-12-26 2027-01-01 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-05-17 2027-10-03 2027-12-25 2027-12-26',
            },
          },
        },
        overrides: [
          {
            matcher: {
              id: 'byName',
              options: 'Week-2 lead conversion',
            },
            properties: [
              {
                id: 'unit',
                value: 'percent',
              },
              {
                id: 'decimals',
                value: 1,
              },
              {
                id: 'custom.rule',
                value: {
                  operator: '<',
                  warning: 24,
                  critical: 20,
                  recovery: {
                    warning: 24.5,
                    critical: 21,
                  },
                  for: '2d',
                  keepFiringFor: '1d',
                  settleAfter: '15d',
                  definition:
                    'Share of the leads of a week that became an opportunity within 14 days. A day counts after 15: then its last lead has had its 14.',
                  agreedBy: 'Sales and Finance',
                  agreedOn: '2026-06-22',
                  reviewBy: '2027-03-08',
                  owner: 'Demand Gen',
                  contact: 'ana.ruiz@example.com',
                  notify: '#demand-gen',
                  action:
                    '1. Pause paid campaigns that convert below 15 %\n2. Call the 20 newest leads today\n3. Go through the lead sources of the week with the SDR lead',
                  automation: 'Lead routing switches to inbound only',
                  respondWithin: '1d',
                  respondUrl: 'https://forms.example.com/respond?metric=lead-conversion',
                  escalateAfter: '5d',
                  escalateTo: 'VP Sales',
                  runbook: 'https://wiki.example.com/sales-plan/lead-conversion',
                  validFrom: '2026-07-01 Europe/Berlin',
                  earlier: [
                    {
                      operator: '<',
                      warning: 24,
                      critical: 18,
                      recovery: {
                        warning: 24.5,
                        critical: 21,
                      },
                      for: '5d',
                      keepFiringFor: '1d',
                      settleAfter: '15d',
                      definition:
                        'Share of the leads of a week that became an opportunity within 14 days. A day counts after 15: then its last lead has had its 14.',
                      agreedBy: 'Sales and Finance',
                      agreedOn: '2026-03-08',
                      reviewBy: '2027-03-08',
                      owner: 'Demand Gen',
                      contact: 'ana.ruiz@example.com',
                      notify: '#demand-gen',
                      action:
                        '1. Pause paid campaigns that convert below 15 %\n2. Call the 20 newest leads today\n3. Go through the lead sources of the week with the SDR lead',
                      automation: 'Lead routing switches to inbound only',
                      respondWithin: '1d',
                      respondUrl: 'https://forms.example.com/respond?metric=lead-conversion',
                      escalateAfter: '5d',
                      escalateTo: 'VP Sales',
                      runbook: 'https://wiki.example.com/sales-plan/lead-conversion',
                    },
                  ],
                },
              },
            ],
          },
          {
            matcher: {
              id: 'byName',
              options: 'Lead response time',
            },
            properties: [
              {
                id: 'unit',
                value: 'suffix:h',
              },
              {
                id: 'decimals',
                value: 1,
              },
              {
                id: 'custom.rule',
                value: {
                  operator: '>',
                  warning: 5,
                  critical: 6,
                  for: '1d',
                  workingHours: 'weekdays 09:00-18:00 Europe/Berlin',
                  definition:
                    'Median working hours from a new lead to the first answer by a person. Automatic replies do not count.',
                  agreedBy: 'Sales and Marketing',
                  agreedOn: '2026-05-10',
                  reviewBy: '2027-05-10',
                  owner: 'SDR lead',
                  contact: 'ben.okafor@example.com',
                  notify: '#sdr',
                  action:
                    '1. Page the rota: one more person on inbound until it is below 5 h\n2. Answer the oldest ten leads first\n3. Move demos of the day to account executives if there is nobody left',
                  automation: 'The queue skips reps with more than ten open leads',
                  respondWithin: '4h',
                  escalateAfter: '2d',
                  escalateTo: 'Head of Sales Development',
                  runbook: 'https://wiki.example.com/sales-plan/lead-response',
                },
              },
            ],
          },
          {
            matcher: {
              id: 'byName',
              options: 'Lead-source accuracy',
            },
            properties: [
              {
                id: 'unit',
                value: 'percent',
              },
              {
                id: 'decimals',
                value: 1,
              },
              {
                id: 'custom.rule',
                value: {
                  operator: '<',
                  warning: 92,
                  critical: 88,
                  for: '3d',
                  definition:
                    'Share of new leads whose recorded source agrees with the weekly sample that two people check by hand.',
                  agreedBy: 'Marketing and Finance',
                  agreedOn: '2026-07-05',
                  reviewBy: '2027-01-04',
                  owner: 'Marketing Ops',
                  contact: 'li.wen@example.com',
                  notify: '#marketing-ops',
                  action:
                    '1. Check the forms and the tracking links that changed this week\n2. Correct the sources of open opportunities\n3. Tell Finance which figures of the month are affected',
                  automation: 'Leads without a source go to the RevOps queue',
                  respondWithin: '2d',
                  escalateAfter: '1w',
                  escalateTo: 'Head of Marketing',
                  runbook: 'https://wiki.example.com/sales-plan/lead-sources',
                },
              },
            ],
          },
          {
            matcher: {
              id: 'byName',
              options: 'New leads per day',
            },
            properties: [
              {
                id: 'unit',
                value: 'short',
              },
              {
                id: 'decimals',
                value: 0,
              },
              {
                id: 'custom.rule',
                value: {
                  noRule:
                    'Volume says nothing about quality: week-2 conversion has the rule. Shown so that the others can be read.',
                  definition: 'Leads created that day, without duplicates and students.',
                },
              },
            ],
          },
        ],
      },
    },
    {
      id: 4,
      type: 'protocolops-protocol-panel',
      title: 'Lead response time by region',
      options: {
        layout: 'list',
        chart: {
          legend: {
            showLegend: true,
            displayMode: 'list',
            placement: 'bottom',
            calcs: [],
          },
          tooltip: {
            mode: 'multi',
            sort: 'desc',
          },
        },
      },
      fieldConfig: {
        defaults: {
          color: {
            mode: 'palette-classic',
          },
          thresholds: {
            mode: 'absolute',
            steps: [
              {
                color: 'green',
                value: null,
              },
            ],
          },
          unit: 'suffix:h',
          decimals: 1,
          displayName: '${__field.labels.region}',
          custom: {
            lineWidth: 1,
            fillOpacity: 0,
            rule: {
              operator: '>',
              warning: 6,
              critical: 8,
              for: '2d',
              keepFiringFor: '1d',
              due: 'weekdays 07:00 Europe/Berlin',
              workingHours: 'weekdays 09:00-18:00 ${__field.labels.zone}',
              holidays:
                '2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-05-29 2025-06-09 2025-10-03 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25 2026-12-26 2027-01-01 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-05-17 2027-10-03 2027-12-25 2027-12-26',
              definition:
                'Median working hours from a new lead of ${__field.labels.region} to the first answer by a person.',
              agreedBy: 'Sales Development and the regional heads',
              agreedOn: '2026-05-10',
              owner: '${__field.labels.team}',
              contact: '${__field.labels.channel}',
              notify: '${__field.labels.channel}',
              action:
                '1. Answer the oldest ten leads of ${__field.labels.region} first\n2. Borrow one person from the region next to it\n3. Tell Marketing to hold back events until it is below 6 h',
              automation: 'Overflow goes to the inbound pool after 8 h',
              respondWithin: '4h',
              escalateAfter: '3d',
              escalateTo: 'Head of Sales Development',
              runbook: 'https://wiki.example.com/sales-plan/lead-response',
            },
          },
        },
        overrides: [],
      },
    },
    {
      id: 30,
      type: 'protocolops-protocol-panel',
      title: 'Judged on a look-back',
      options: {
        layout: 'auto',
        judgeOn: 'fixed',
        lookBack: '1d',
        step: '5m',
        chart: {
          legend: {
            showLegend: false,
            displayMode: 'list',
            placement: 'bottom',
            calcs: [],
          },
          tooltip: {
            mode: 'single',
            sort: 'none',
          },
        },
      },
      fieldConfig: {
        defaults: {
          color: {
            mode: 'palette-classic',
          },
          thresholds: {
            mode: 'absolute',
            steps: [
              {
                color: 'green',
                value: null,
              },
            ],
          },
          custom: {
            fillOpacity: 0,
            rule: {
              operator: '>',
              critical: 80,
              definition: 'A made-up figure.',
              owner: 'Face team',
              contact: 'faces@example.com',
              action: '1. Look at this face\n2. Say what is wrong with it',
              automation: 'none',
              escalateTo: 'Head of faces',
              for: '2h',
              escalateAfter: '1w',
            },
          },
        },
        overrides: [],
      },
    },
    {
      id: 1,
      type: 'protocolops-protocol-panel',
      title: 'Targets',
      options: {
        layout: 'list',
        judgeOn: 'fixed',
        lookBack: '6h',
        step: '30s',
        chart: {
          legend: {
            showLegend: true,
            displayMode: 'list',
            placement: 'bottom',
            calcs: [],
          },
          tooltip: {
            mode: 'multi',
            sort: 'desc',
          },
        },
      },
      fieldConfig: {
        defaults: {
          color: {
            mode: 'palette-classic',
          },
          thresholds: {
            mode: 'absolute',
            steps: [
              {
                color: 'green',
                value: null,
              },
            ],
          },
          min: 0,
          max: 1,
          decimals: 0,
          custom: {
            lineInterpolation: 'stepAfter',
            fillOpacity: 0,
            rule: {
              operator: '<',
              critical: 1,
              for: '1m',
              staleAfter: '2m',
              definition: '1 while the last scrape of ${__field.labels.instance} worked, 0 while it failed.',
              agreedBy: 'Platform',
              agreedOn: '2026-07-30',
              owner: 'SRE on call',
              contact: 'oncall@example.com',
              notify: '#sre-alerts',
              escalateTo: 'Platform lead',
              action:
                '1. Look at the target page of Prometheus for the error of ${__field.labels.job}\n2. Restart the exporter or the service\n3. If the machine is gone, take it out of the load balancer',
              automation: 'The scheduler restarts the container after three failed health checks',
              respondWithin: '15m',
              escalateAfter: '30m',
              runbook: 'https://runbooks.example.com/target-down',
            },
          },
        },
        overrides: [],
      },
    },
    {
      id: 1,
      type: 'protocolops-protocol-panel',
      title: 'Sales plan',
      options: {
        layout: 'rows',
        ruleSheet: 'RULES',
        decimalMark: 'auto',
        directory: 'PEOPLE',
        chart: {
          legend: {
            showLegend: false,
            displayMode: 'list',
            placement: 'bottom',
            calcs: [],
          },
          tooltip: {
            mode: 'single',
            sort: 'none',
          },
        },
      },
      fieldConfig: {
        defaults: {
          color: {
            mode: 'palette-classic',
          },
          thresholds: {
            mode: 'absolute',
            steps: [
              {
                color: 'green',
                value: null,
              },
            ],
          },
          custom: {
            lineWidth: 2,
            fillOpacity: 0,
            rule: {
              staleAfter: '3d',
              agreedBy: 'Sales and Finance',
            },
          },
        },
        overrides: [
          {
            matcher: {
              id: 'byName',
              options: 'Lead conversion',
            },
            properties: [
              {
                id: 'unit',
                value: 'percent',
              },
              {
                id: 'decimals',
                value: 1,
              },
            ],
          },
          {
            matcher: {
              id: 'byName',
              options: 'Win rate',
            },
            properties: [
              {
                id: 'unit',
                value: 'percent',
              },
              {
                id: 'decimals',
                value: 1,
              },
            ],
          },
          {
            matcher: {
              id: 'byName',
              options: 'Average discount',
            },
            properties: [
              {
                id: 'unit',
                value: 'percent',
              },
              {
                id: 'decimals',
                value: 1,
              },
            ],
          },
          {
            matcher: {
              id: 'byName',
              options: 'Pipeline coverage',
            },
            properties: [
              {
                id: 'unit',
                value: 'suffix:x',
              },
              {
                id: 'decimals',
                value: 1,
              },
            ],
          },
          {
            matcher: {
              id: 'byRegexp',
              options: '/^Lead response/',
            },
            properties: [
              {
                id: 'unit',
                value: 'suffix:h',
              },
              {
                id: 'decimals',
                value: 1,
              },
            ],
          },
          {
            matcher: {
              id: 'byName',
              options: 'Open handoff disputes',
            },
            properties: [
              {
                id: 'decimals',
                value: 0,
              },
            ],
          },
          {
            matcher: {
              id: 'byName',
              options: 'New leads',
            },
            properties: [
              {
                id: 'decimals',
                value: 0,
              },
            ],
          },
        ],
      },
    },
    {
      id: 4,
      type: 'protocolops-protocol-panel',
      title: 'Commit gap, with its rule',
      options: {
        layout: 'rows',
        chart: {
          legend: {
            showLegend: true,
            displayMode: 'list',
            placement: 'bottom',
            calcs: [],
          },
          tooltip: {
            mode: 'multi',
            sort: 'desc',
          },
        },
      },
      fieldConfig: {
        defaults: {
          color: {
            mode: 'palette-classic',
          },
          thresholds: {
            mode: 'absolute',
            steps: [
              {
                color: 'green',
                value: null,
              },
            ],
          },
          custom: {
            lineWidth: 2,
            fillOpacity: 8,
            rule: {
              due: 'weekdays 07:00 Europe/Berlin',
              workingHours: 'weekdays 09:00-17:30 Europe/Berlin',
              holidays:
                '2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-05-29 2025-06-09 2025-10-03 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25 2026-12-26 2027-01-01 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-05-17 2027-10-03 2027-12-25 2027-12-26',
            },
          },
        },
        overrides: [
          {
            matcher: {
              id: 'byName',
              options: 'Commit gap, Sales to Finance',
            },
            properties: [
              {
                id: 'unit',
                value: 'percent',
              },
              {
                id: 'decimals',
                value: 1,
              },
              {
                id: 'custom.rule',
                value: {
                  operator: 'outside',
                  warning: [-8, 8],
                  critical: [-15, 15],
                  due: 'Mondays 09:00 Europe/Berlin',
                  definition:
                    'Sales’ commit for the quarter against Finance’s, as a share of Finance’s, as both stand on Friday evening. Above zero, Sales promises more than Finance plans with. Due before the forecast call on Monday.',
                  agreedBy: 'CRO and CFO',
                  agreedOn: '2026-08-31',
                  reviewBy: '2027-03-01',
                  owner: 'Finance business partner',
                  contact: 'jonas.weber@example.com',
                  notify: '#forecast',
                  action:
                    '1. Compare both lists deal by deal, the largest ten first\n2. Settle each difference with the rep who owns the deal\n3. Write the agreed figure into both forecasts the same day',
                  automation: 'Deals on only one of the two lists are flagged in the CRM',
                  respondWithin: '1d',
                  respondUrl: 'https://forms.example.com/respond?metric=commit-gap',
                  escalateAfter: '6d',
                  escalateTo: 'CRO and CFO together',
                  runbook: 'https://wiki.example.com/sales-plan/one-forecast',
                },
              },
            ],
          },
        ],
      },
    },
    {
      id: 40,
      type: 'protocolops-protocol-panel',
      title: 'A rule file, taken over from a stat',
      options: {
        layout: 'auto',
        judgeOn: 'view',
        lookBack: '1d',
        step: '1m',
        ruleSheet: '',
        decimalMark: 'comma',
        directory: '',
        ruleFile: {
          protocolRules: 1,
          rules: [
            {
              metric: 'Leads*',
              operator: '<',
              critical: 20,
              for: '2d',
              owner: 'Demand Gen',
            },
          ],
        },
        chart: {
          reduceOptions: {
            values: false,
            calcs: ['lastNotNull'],
            fields: '',
          },
          textMode: 'auto',
          colorMode: 'value',
        },
        takenOver: {
          pluginId: 'stat',
          fieldConfig: {
            defaults: {
              unit: 'percent',
              thresholds: {
                mode: 'absolute',
                steps: [
                  {
                    color: 'green',
                    value: null,
                  },
                  {
                    color: 'red',
                    value: 80,
                  },
                ],
              },
            },
            overrides: [],
          },
        },
      },
      fieldConfig: {
        defaults: {
          custom: {
            rule: {
              owner: 'Demand Gen',
            },
          },
        },
        overrides: [],
      },
    },
  ],
};
