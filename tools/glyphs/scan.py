"""Turns grid-fitted outlines into pixels, on whole numbers only. What lies inside is told by the non-zero winding rule, so
overlapping contours are one shape."""

PIXEL = 1024  # of the positions here; an outline's are 64 a pixel
FINER = PIXEL // 64
PIECES = 16  # straight pieces a curve is taken as: at 72 pixels at most 1/60 pixel beside it
SUB_ROWS = 16  # of a pixel, for greys: grid-fitted edges lie on whole pixels, so only curves depend on it
FULL = 15  # the ink of a pixel that lies wholly inside, in greys


class Outline:
    """Contours as lists of (x, y, on the curve), y upwards, in 1/64 pixel."""

    def __init__(self, contours, advance, drop_out):
        self.contours = contours
        self.advance = advance
        self.drop_out = drop_out
        xs = [x for contour in contours for x, _, _ in contour]
        ys = [y for contour in contours for _, y, _ in contour]
        self.left = min(xs, default=0) // 64
        self.bottom = min(ys, default=0) // 64
        self.width = -(-max(xs, default=0) // 64) - self.left
        self.height = -(-max(ys, default=0) // 64) - self.bottom


class Crossings:
    """Where an outline crosses parallel lines: for each a sorted list of (position, contour, sequence, direction)."""

    def __init__(self, outline, vertical, first, spacing, count):
        self.first = first
        self.spacing = spacing
        self.lines = [[] for _ in range(count)]
        self.crossings_of = []
        for number, contour in enumerate(outline.contours):
            self.number = number
            self.sequence = 0
            for start, end in segments(contour, vertical):
                self.add(start, end)
            self.crossings_of.append(self.sequence)
        for line in self.lines:
            line.sort()

    def add(self, start, end):
        (from_along, from_across), (along, across) = start, end
        low, high = min(from_across, across), max(from_across, across)
        first = max(0, -((self.first - low) // self.spacing))
        last = min(len(self.lines) - 1, -((self.first - high) // self.spacing) - 1)
        up = from_across < across
        for line in range(first, last + 1) if up else range(last, first - 1, -1):
            offset = self.first + line * self.spacing - from_across
            position = from_along + offset * (along - from_along) // (across - from_across)
            self.lines[line].append((position, self.number, self.sequence, 1 if up else -1))
            self.sequence += 1

    def neighbours(self, one, other):
        """Whether two crossings follow each other on their contour: the outline only just reaches over the line."""
        if one[1] != other[1]:
            return False
        apart = abs(one[2] - other[2])
        return apart == 1 or apart == self.crossings_of[one[1]] - 1


def segments(contour, vertical):
    """A contour as straight pieces between (along, across) points; of a quadratic curve, its pieces."""
    if len(contour) < 2:
        return
    points = []
    for (x, y, on), (next_x, next_y, next_on) in zip(contour, contour[1:] + contour[:1]):
        along, across = (y, x) if vertical else (x, y)
        points.append((along * FINER, across * FINER, on))
        if not on and not next_on:
            # Between two points beside the curve lies one on it.
            next_along, next_across = (next_y, next_x) if vertical else (next_x, next_y)
            points.append(((along + next_along) * FINER // 2, (across + next_across) * FINER // 2, True))
    start = next(i for i, point in enumerate(points) if point[2])
    points = points[start:] + points[: start + 1]
    pen, pull = points[0][:2], None
    for along, across, on in points[1:]:
        if not on:
            pull = (along, across)
        elif pull is None:
            yield pen, (along, across)
            pen = (along, across)
        else:
            begin = pen
            for i in range(1, PIECES + 1):
                rest = PIECES - i
                point = tuple(
                    (rest * rest * a + 2 * rest * i * b + i * i * c) // (PIECES * PIECES)
                    for a, b, c in zip(begin, pull, (along, across)))
                yield pen, point
                pen = point
            pull = None


def grey(outline):
    """Rows from the top: each pixel's ink is the share of it that lies inside, from 0 to 15."""
    sub_row = PIXEL // SUB_ROWS
    rows = Crossings(outline, False, outline.bottom * PIXEL + sub_row // 2, sub_row, outline.height * SUB_ROWS)
    whole = SUB_ROWS * PIXEL
    sums = [[0] * outline.width for _ in range(outline.height)]
    for number, line in enumerate(rows.lines):
        row = sums[outline.height - 1 - number // SUB_ROWS]
        winding = 0
        for this, following in zip(line, line[1:]):
            winding += this[3]
            if winding:
                add_span(row, this[0] - outline.left * PIXEL, following[0] - outline.left * PIXEL)
    return [[(2 * FULL * share + whole) // (2 * whole) for share in row] for row in sums]


def add_span(row, start, end):
    column = start // PIXEL
    while column * PIXEL < end:
        row[column] += min(end, (column + 1) * PIXEL) - max(start, column * PIXEL)
        column += 1


def mono(outline):
    """Rows from the top: a pixel is black when its centre lies inside, and where a stroke would break otherwise."""
    ink = [[0] * outline.width for _ in range(outline.height)]
    half = PIXEL // 2
    rows = Crossings(outline, False, outline.bottom * PIXEL + half, PIXEL, outline.height)
    sweep(outline, rows, False, True, ink)
    if outline.drop_out:
        sweep(outline, rows, False, False, ink)
        columns = Crossings(outline, True, outline.left * PIXEL + half, PIXEL, outline.width)
        sweep(outline, columns, True, False, ink)
    return ink


def sweep(outline, crossings, vertical, fill, ink):
    """Fills each line's spans, or only keeps alive the strokes that fall between two pixel centres."""
    origin = (outline.bottom if vertical else outline.left) * PIXEL + PIXEL // 2
    length = outline.height if vertical else outline.width

    def place(line, pixel):
        return (outline.height - 1 - pixel, line) if vertical else (outline.height - 1 - line, pixel)

    def black(line, pixel):
        row, column = place(line, pixel)
        return 0 <= pixel < length and ink[row][column] == 1

    for number, line in enumerate(crossings.lines):
        winding = 0
        for this in line:
            if winding == 0:
                begin = this
            winding += this[3]
            if winding:
                continue
            # From the first centre at or after the start to the last at or before the end.
            first = -((origin - begin[0]) // PIXEL)
            last = (this[0] - origin) // PIXEL
            if fill:
                blackened = range(first, last + 1)
            elif first > last and not crossings.neighbours(begin, this) \
                    and not black(number, last) and not black(number, first):
                blackened = [last if last >= 0 else min(first, length - 1)]
            else:
                blackened = []
            for pixel in blackened:
                row, column = place(number, pixel)
                ink[row][column] = 1
