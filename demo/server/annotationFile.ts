import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AnnotationFile, StoredAnnotation } from './annotations';

/** A file that outlives the host. What can't be read is as good as none: it is no one's only copy of anything. */
export function annotationFile(path: string): AnnotationFile {
  return {
    read: () => {
      try {
        const items: unknown = JSON.parse(readFileSync(path, 'utf8'));
        return Array.isArray(items) ? (items as StoredAnnotation[]) : [];
      } catch {
        return [];
      }
    },
    write: (annotations) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(annotations));
    },
  };
}
