import { spawnSync } from 'node:child_process';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type Calendar, calendarText } from '../../src/output/calendar.js';
import { packageRoot } from '../mini-handbook.js';

const review = { uid: '1@moss.example', day: '2026-05-01', summary: 'Review: Money; ours, yours\\', description: 'Seen to by Fen\nhttps://moss.example/a/', url: 'https://moss.example/a/' };
const calendar: Calendar = { name: 'Moss: due for review', url: 'https://moss.example/calendar.ics', generator: 'sporeprint/test', asOf: '2026-03-01T10:00:00.000Z', events: [review] };

/** A calendar as another program reads it. */
function read(text: string): ICAL.Component {
	return new ICAL.Component(ICAL.parse(text));
}

function eventsIn(text: string): ICAL.Event[] {
	return read(text)
		.getAllSubcomponents('vevent')
		.map((event) => new ICAL.Event(event));
}

describe('another program reads', () => {
	test('the calendar’s name, and that it is to be asked again every day', () => {
		const found = read(calendarText(calendar));
		expect(['version', 'method', 'x-wr-calname', 'name'].map((name) => found.getFirstPropertyValue(name))).toEqual(['2.0', 'PUBLISH', 'Moss: due for review', 'Moss: due for review']);
		expect(String(found.getFirstPropertyValue('refresh-interval'))).toBe('P1D');
	});

	test('the words of an event as they were, whatever signs are in them', () => {
		const [event] = eventsIn(calendarText(calendar));
		expect({ uid: event?.uid, summary: event?.summary, description: event?.description }).toEqual({ uid: review.uid, summary: review.summary, description: review.description });
		expect(event?.component.getFirstPropertyValue('url')).toBe(review.url);
	});

	test('a whole day, on which nobody is busy or rung for', () => {
		const [event] = eventsIn(calendarText(calendar));
		expect([event?.startDate.isDate, event?.startDate.toString(), event?.endDate.toString()]).toEqual([true, '2026-05-01', '2026-05-02']);
		expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
		expect(event?.component.getAllSubcomponents()).toEqual([]);
	});

	test('titles of any script and length, cut into lines between whole signs', () => {
		const summary = `مراجعة: ${'اتفاق طويل جدًا '.repeat(30)}${'🍄'.repeat(60)}`;
		const text = calendarText({ ...calendar, events: [{ ...review, summary }] });
		expect(eventsIn(text).map((event) => event.summary)).toEqual([summary]);
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\uFFFD]/);
	});
});

describe('the same days give the same bytes', () => {
	test('today and tomorrow', () => {
		expect(calendarText(calendar)).toContain('DTSTAMP:20260301T100000Z');
		expect(calendarText(calendar)).toContain('LAST-MODIFIED:20260301T100000Z');
	});

	test('where nobody knows when they were right', () => {
		const { asOf: _, ...undated } = calendar;
		expect(calendarText(undated)).toContain('DTSTAMP:20000101T000000Z');
		expect(calendarText(undated)).toBe(calendarText(undated));
	});

	test.each(['Pacific/Auckland', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])('on a computer in %s, where the day stays the day', (zone) => {
		const script = `
			import { calendarText } from './src/output/calendar.ts';
			import ICAL from 'ical.js';
			const text = calendarText(${JSON.stringify(calendar)});
			const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
			const local = event.startDate.toJSDate();
			console.log(JSON.stringify({ text, day: [local.getFullYear(), local.getMonth() + 1, local.getDate(), local.getHours()] }));`;
		const { stdout, stderr } = spawnSync(process.execPath, ['--experimental-strip-types', '--no-warnings', '--input-type=module', '--eval', script], {
			cwd: packageRoot,
			encoding: 'utf8',
			env: { ...process.env, TZ: zone },
		});
		expect(stderr).toBe('');
		expect(JSON.parse(stdout)).toEqual({ text: calendarText(calendar), day: [2026, 5, 1, 0] });
	});
});
