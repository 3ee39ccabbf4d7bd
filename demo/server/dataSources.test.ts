import { parseDataSources } from './dataSources';

describe('parseDataSources', () => {
  it('reads the entries of a provisioning file', () => {
    const yaml = `
# a comment
apiVersion: 1

deleteDatasources:
  - name: Old
    type: prometheus

datasources:
  - name: TestData
    type: grafana-testdata-datasource
    uid: testdata
    isDefault: true

  # another comment
  - name: "Prom"   # the real one
    type: prometheus
    url: $PROMETHEUS_URL
    jsonData:
      httpMethod: POST
      timeInterval: 10s
`;
    expect(parseDataSources(yaml)).toEqual([
      { name: 'TestData', type: 'grafana-testdata-datasource', uid: 'testdata', isDefault: true },
      { name: 'Prom', type: 'prometheus', uid: 'Prom', isDefault: false, timeInterval: '10s' },
    ]);
  });

  it('is empty for a file without data sources', () => {
    expect(parseDataSources('apiVersion: 1\n')).toEqual([]);
  });
});
