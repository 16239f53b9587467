/**
 * What breaks each constraint and nothing else: a check by a value, a foreign key by the id of another family's or
 * person's, what is there once by a second one. constraints.test.ts finds one that is missing.
 */
import { meetings } from './meetings.ts';
import { offers } from './offers.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { staff } from './staff.ts';
import type { Breaks } from './ways.ts';
import { wellbeing } from './wellbeing.ts';

export const breaks: Breaks = { ...meetings, ...offers, ...people, ...plan, ...staff, ...wellbeing };
