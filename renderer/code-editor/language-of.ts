import { jsonLanguage } from '@codemirror/lang-json';
import { python, pythonLanguage } from '@codemirror/lang-python';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import { celLanguage } from './cel-language.ts';
import { celOffers } from './cel-offers.ts';
import type { CodeLanguage, CodeNames } from './code-offer.ts';
import { markParameters } from './mark-parameters.ts';
import { parameterOffers } from './parameter-offers.ts';
import { pythonOffers } from './python-offers.ts';

/** How a language is read, and what can be offered in it. */
export function languageOf(language: CodeLanguage, names: () => CodeNames): Extension {
  switch (language) {
    case 'python':
      return [python(), pythonLanguage.data.of({ autocomplete: pythonOffers(names) })];
    case 'sql': {
      const support = sql({ dialect: PostgreSQL, upperCaseKeywords: true });
      return [support, support.language.data.of({ autocomplete: parameterOffers(names) }), markParameters];
    }
    case 'cel':
      return [celLanguage, celLanguage.data.of({ autocomplete: celOffers(names) })];
    default:
      return jsonLanguage;
  }
}
