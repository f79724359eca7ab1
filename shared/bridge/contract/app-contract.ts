import { z } from 'zod';
import { fileTokenSchema } from './scenario-contract.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);

/** What people choose about the app itself. Small and disposable; a bad value falls back key by key. */
export const preferencesSchema = z.strictObject({
  theme: themeSchema.default('system'),
  /** Panel sizes in percent and which are collapsed, by panel name. */
  panels: z.record(z.string(), z.number()).default({}),
  followRun: z.boolean().default(true),
  /** 1 is natural speed; 0 shows a run at once. */
  runSpeed: z.number().min(0).max(4).default(1),
  /** Keys a person gave to actions, by the id of the action; empty for one that is to have none. */
  shortcuts: z.record(z.string().max(100), z.string().max(60)).default({}),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const appContract = {
  'app.hello': {
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      capabilities: z.strictObject({ secretsProtected: z.boolean(), nativeDialogs: z.boolean() }),
      preferences: preferencesSchema,
      /** What people should hear once: settings that could not be read, or a start that gives nothing back after crashes. */
      notices: z.array(z.enum(['settings.repaired', 'start.safe'])).optional(),
    }),
  },
  'settings.set': { input: z.strictObject({ preferences: preferencesSchema }), output: z.strictObject({}) },
  /** The window may close now (the answer to `app.closing`), or should stay. */
  'app.close': { input: z.strictObject({ proceed: z.boolean() }), output: z.strictObject({}) },
  /** Another window, with a file of the recent ones or without. A file that is open has its window brought forward. */
  'app.openWindow': { input: z.strictObject({ file: fileTokenSchema.nullable() }), output: z.strictObject({}) },
  /** What the title bar and the system's window list say. */
  'app.title': {
    input: z.strictObject({ title: z.string().max(300), edited: z.boolean() }),
    output: z.strictObject({}),
  },
  /** The native menu, generated from the editor's own list of actions. */
  'app.menu': {
    input: z.strictObject({
      menus: z.array(
        z.strictObject({
          label: z.string().max(100),
          items: z.array(
            z.discriminatedUnion('kind', [
              z.strictObject({ kind: z.literal('separator') }),
              z.strictObject({
                kind: z.literal('action'),
                id: z.string().max(100),
                label: z.string().max(200),
                shortcut: z.string().max(60),
                enabled: z.boolean(),
              }),
            ]),
          ),
        }),
      ),
    }),
    output: z.strictObject({}),
  },
} as const;
