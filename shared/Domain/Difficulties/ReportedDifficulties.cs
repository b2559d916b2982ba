namespace VksServerless.Difficulties;

/// <summary>
/// Which of the difficulties that a report has laid on the desk each row of a later version is: an edited row is the one that it was.
/// </summary>
public static class ReportedDifficulties
{
    /// <summary>
    /// In each field first those of the same words, then those of the same title, at last the only row and the only difficulty that are
    /// left over. What is closed is done with: words other than its own are a new difficulty.
    /// </summary>
    /// <param name="standing">Those that earlier versions have raised.</param>
    /// <returns>In the order of the report; null where the row is a new one.</returns>
    public static IReadOnlyList<(FromReport Said, Difficulty? Stands)> Match(
        IReadOnlyList<FromReport> said, IReadOnlyList<Difficulty> standing)
    {
        var found = new Dictionary<FromReport, Difficulty>();
        foreach (var field in said.GroupBy(one => one.Field))
        {
            var left = standing.Where(one => one.From?.Field == field.Key).ToList();
            Pair(field, left, found, (row, one) => one.Says(row.Words));
            left.RemoveAll(one => one.State is DifficultyState.Closed);
            Pair(field, left, found, (row, one) => row.Words.Title == one.Title);
            if (field.Where(row => !found.ContainsKey(row)).ToList() is [var edited] && left is [var last])
            {
                found[edited] = last;
            }
        }

        return [.. said.Select(row => (row, found.GetValueOrDefault(row)))];
    }

    private static void Pair(
        IEnumerable<FromReport> rows, List<Difficulty> left, Dictionary<FromReport, Difficulty> found,
        Func<FromReport, Difficulty, bool> isSame)
    {
        foreach (var row in rows.Where(row => !found.ContainsKey(row)))
        {
            if (left.FirstOrDefault(one => isSame(row, one)) is { } same)
            {
                found[row] = same;
                left.Remove(same);
            }
        }
    }
}
