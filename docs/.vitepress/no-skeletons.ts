/** What reads the shapes of numbers and days in messages (`{n, number, ::percent}`): no message has one. */

function refuse(): never {
  throw new Error("the pages are built without what reads a skeleton in a message");
}

export { refuse as parseDateTimeSkeleton, refuse as parseNumberSkeleton, refuse as parseNumberSkeletonFromString };
