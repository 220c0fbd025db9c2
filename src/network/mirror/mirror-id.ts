/** Names that Windows keeps for devices, and those that got our prefix, so that no two ids become one. */
const device = /^(?:x-)*(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The id, and address, of a member's text on the site of the network. */
export function mirrorId(member: string, id: string): string {
	const segments = id.split('/').map((segment) => (device.test(segment) ? `x-${segment}` : segment));
	return ['groups', member, ...segments].join('/');
}

/** What a member's own ids and former ids are, of those that they have on the site of the network. */
export function idAtMember(mirrored: string): string {
	return mirrored.split('/').slice(2).join('/');
}
