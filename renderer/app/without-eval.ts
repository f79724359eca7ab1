import { z } from 'zod';

// Before any schema is used: zod would probe for `new Function`, which the content security policy reports as an attack.
z.config({ jitless: true });
