package energy.sem.files.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The readings of pages in order of time, made when they are asked for, since all at once they would not fit. Not thread-safe. */
final class SortedReadings {
    /** More than anybody looks ahead and back. */
    private static final int RECENT = 512;

    private final List<QuarterPage> pages;

    /** How many readings the pages before have. */
    private final int[] starts;

    private final int size;
    private final Reading[] recent = new Reading[RECENT];
    private final int[] recentIndex = new int[RECENT];

    /** @param inOrder of time */
    SortedReadings(Collection<QuarterPage> inOrder) {
        pages = new ArrayList<>(inOrder);
        starts = new int[pages.size()];
        int count = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = count;
            count += pages.get(i).readings();
        }
        size = count;
        Arrays.fill(recentIndex, -1);
    }

    int size() {
        return size;
    }

    Reading get(int index) {
        int place = index % RECENT;
        if (recentIndex[place] != index) {
            int page = pageOf(index);
            recent[place] = pages.get(page).get(index - starts[page]);
            recentIndex[place] = index;
        }
        return recent[place];
    }

    /** Gives the memory of the pages free that are wholly before a reading. */
    void dropBefore(int index) {
        for (int page = pageOf(index) - 1; page >= 0 && pages.get(page) != null; page--) {
            pages.set(page, null);
        }
    }

    private int pageOf(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }
}
