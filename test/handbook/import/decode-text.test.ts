import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/handbook/import/decode-text.js';
import { encodeAs } from './encoded-text.js';
import { bodyFrom, planFor } from './source-folder.js';

const german = 'Wir grüßen alle, die neu dazukommen. Für jede Küche gibt es eine Gruppe, die wöchentlich aufräumt.';
const russian = 'Каждую среду мы собираемся на кухне и решаем, кто готовит на следующей неделе. Решения записываются в тетрадь.';
const polish = 'Każdy z nas dba o wspólną kuchnię. Zebranie odbywa się w środę; jeśli ktoś się spóźni, dostaje notatki.';
const czech = 'Každý člen družstva má jeden hlas. Schůze se koná každé pondělí večer a zápis je zveřejněn do tří dnů.';
const greek = 'Κάθε Τετάρτη μαζευόμαστε στην κουζίνα και αποφασίζουμε ποιος μαγειρεύει.';
const turkish = 'Her çarşamba mutfakta toplanır ve kimin yemek pişireceğine karar veririz. Kararlar bir deftere yazılır.';
const hebrew = 'בכל יום רביעי אנחנו נפגשים במטבח ומחליטים מי מבשל בשבוע הבא.';
const arabic = 'نجتمع كل يوم أربعاء في المطبخ ونقرر من يطبخ في الأسبوع القادم.';
const japanese = '毎週水曜日に台所に集まり、来週の料理当番を決めます。決まったことはノートに書き、だれでも読むことができます。';
const simplified = '每个星期三我们在厨房开会，决定下周谁做饭。决定写在本子上，所有人都可以阅读。';
const traditional = '每個星期三我們在廚房開會，決定下週誰做飯。決定寫在本子上，所有人都可以閱讀。';
const korean = '매주 수요일에 부엌에 모여 다음 주에 누가 요리할지 정합니다. 결정한 것은 공책에 적습니다.';

describe('the letters of old files come out right', () => {
	test.each([
		['windows-1252', german],
		['iso-8859-15', `${german} Das kostet 20 € im Monat.`],
		['windows-1250', polish],
		['iso-8859-2', polish],
		['windows-1250', czech],
		['iso-8859-2', czech],
		['windows-1251', russian],
		['koi8-r', russian],
		['iso-8859-5', russian],
		['ibm866', russian],
		['windows-1253', greek],
		['iso-8859-7', greek],
		['windows-1254', turkish],
		['windows-1255', hebrew],
		['windows-1256', arabic],
		['shift_jis', japanese],
		['euc-jp', japanese],
		['iso-2022-jp', japanese],
		['gbk', simplified],
		['gb18030', simplified],
		['big5', traditional],
		['euc-kr', korean],
		['utf-16le', german],
		['utf-16be', russian],
		['utf-16le', `${japanese}\n\nA B\n`],
		['utf-8', korean],
	])('%s: %s', (encoding, text) => {
		const whole = `# ${text.slice(0, 12)}\n\n${text}\n\n- [x](y.md)\n`;
		const bytes = encoding === 'utf-8' ? Buffer.from(whole) : encodeAs(whole, encoding);
		expect(decodeText(bytes)?.text).toBe(whole);
		expect(decodeText(bytes)?.damage).toBeUndefined();
	});
});

test('a file that names its encoding is believed, where its bytes allow it', () => {
	const short = 'Příště';
	expect(decodeText(encodeAs(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">${short}`, 'windows-1250'))).toMatchObject({ encoding: 'windows-1250' });
	expect(decodeText(encodeAs(`<!-- -*- coding: iso-8859-2-unix -*- -->\n${short}`, 'iso-8859-2'))?.text).toContain(short);
	expect(decodeText(encodeAs(`${short}\n<!-- vim: set fileencoding=iso-8859-2 : -->\n`, 'iso-8859-2'))?.text).toContain(short);
	expect(decodeText(Buffer.from('<meta charset="shift_jis">grün und größer'))).toMatchObject({ encoding: 'utf-8', text: '<meta charset="shift_jis">grün und größer' });
	expect(decodeText(encodeAs(`<meta charset="no-such-thing">${german}`, 'windows-1252'))).toMatchObject({ encoding: 'windows-1252' });
});

test('a few wrong bytes in UTF-8 are named by their lines, and the rest stays what it is', () => {
	const bytes = Buffer.concat([Buffer.from('Grüße an alle, für die Küche\nein '), Buffer.from([0xe9]), Buffer.from(' Übel\nund\0 mehr für später\n')]);
	expect(decodeText(bytes)).toEqual({
		text: 'Grüße an alle, für die Küche\nein \ufffd Übel\nund mehr für später\n',
		encoding: 'utf-8',
		damage: [
			{ line: 3, message: 'A byte that is no letter was left out here.' },
			{ line: 2, message: 'A letter here could not be read as utf-8. It is a \ufffd now: please write the right one.' },
		],
	});
	const plan = planFor({ 'a.md': bytes });
	expect(plan.findings.problems.map(({ line }) => line)).toEqual([3, 2]);
});

test('lines end in one way, those of old Macs too', () => {
	expect(decodeText(Buffer.from('# A\r\rB\rC'))?.text).toBe('# A\n\nB\nC');
	expect(decodeText(Buffer.from('a\r\nb\r\nc\nd\re'))?.text).toBe('a\r\nb\r\nc\r\nd\r\ne');
	expect(decodeText(Buffer.from('a\nb\nc\r\nd'))?.text).toBe('a\nb\nc\nd');
	const mac = Uint8Array.from([
		...Buffer.from('# Gr'),
		0x9f,
		0xa7,
		...Buffer.from('e\r\rWir gr'),
		0x9f,
		0xa7,
		...Buffer.from('en alle f'),
		0x9f,
		...Buffer.from('r die K'),
		0x9f,
		...Buffer.from('che.\r'),
	]);
	expect(decodeText(mac)?.text).toBe('# Grüße\n\nWir grüßen alle für die Küche.\n');
});

test('what is no text is none', () => {
	expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]))).toBeUndefined();
	expect(decodeText(Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))).toBeUndefined();
	expect(decodeText(Uint8Array.from([]))).toEqual({ text: '', encoding: 'utf-8' });
});

test('the report names the encoding', () => {
	const plan = planFor({ 'old.md': encodeAs(`# Kuchnia\n\n${polish}\n`, 'windows-1250') });
	expect(bodyFrom(plan, 'old.md')).toContain(polish);
	expect(plan.findings.problems.map(({ message }) => message)).toEqual(['This file was stored as windows-1250. Please look whether its letters came out right.']);
});
