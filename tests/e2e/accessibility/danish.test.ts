import { axeFindsNothing } from './axe.ts';

axeFindsNothing('da');
