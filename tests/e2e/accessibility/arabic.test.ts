import { axeFindsNothing } from './axe.ts';

axeFindsNothing('ar');
