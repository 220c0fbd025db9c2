import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { jsonSchemas } from '../../src/schema/json-schema.js';

/** A validator of one of the shipped JSON Schemas, by its file name, that accepts no sloppy schema. */
export function validatorOf(name: string): ValidateFunction {
	const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
	formats.default(ajv);
	const schema = jsonSchemas()[name];
	if (!schema) throw new Error(`There is no schema ${name}.`);
	return ajv.compile(schema);
}
