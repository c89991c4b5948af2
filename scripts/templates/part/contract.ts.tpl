import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

/** Inputs, facts and answers of the folder, without behaviour. */
