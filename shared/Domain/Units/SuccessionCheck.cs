namespace VksServerless.Units;

/// <summary>Holds a history of successions against the units' lives and gathers every fault, each at its entry.</summary>
internal sealed class SuccessionCheck(Func<UnitCode, Unit?> find, LineErrors errors)
{
    /// <summary>Many times what the sector ever saw, few enough to be held in memory.</summary>
    public const int MostEntries = 50_000;

    public void Check(IReadOnlyList<(int Number, Succession Entry)> history)
    {
        if (history.Count > MostEntries)
        {
            errors.Add(0, "entry-count", $"Lịch sử kế thừa có tối đa {MostEntries} dòng.");
            return;
        }

        foreach (var (number, entry) in history)
        {
            CheckLives(number, entry);
        }

        foreach (var twice in history.GroupBy(line => line.Entry with { Note = "", Was = null }).SelectMany(group => group.Skip(1)))
        {
            errors.Add(
                twice.Number, "duplicate",
                $"Đã có dòng {twice.Entry.Predecessor} → {twice.Entry.Successor} ngày {Vietnamese.Day(twice.Entry.Day)}.");
        }

        var once = history.OrderBy(line => line.Number).DistinctBy(line => line.Entry with { Note = "", Was = null })
            .Where(line => !line.Entry.IsInPlace).ToList();
        foreach (var fates in once.GroupBy(line => (line.Entry.Predecessor, line.Entry.Day)))
        {
            CheckFate([.. fates]);
        }

        foreach (var day in once.GroupBy(line => line.Entry.Day))
        {
            CheckCircles([.. day]);
        }
    }

    private void CheckLives(int number, Succession entry)
    {
        var (predecessor, successor) = (find(entry.Predecessor), find(entry.Successor));
        if (predecessor is null || successor is null)
        {
            errors.Add(
                number, "unit-unknown",
                $"Không có đơn vị \"{(predecessor is null ? entry.Predecessor : entry.Successor)}\" trong danh bạ.");
            return;
        }

        if (entry.IsInPlace ? entry.Kind is not (SuccessionKind.Rename or SuccessionKind.Reparent) : entry.Kind is SuccessionKind.Reparent)
        {
            errors.Add(number, "kind", entry.IsInPlace
                ? "Đơn vị vẫn giữ mã của mình chỉ có thể đổi tên (rename) hoặc chuyển cấp trên (reparent)."
                : "Chuyển cấp trên (reparent) là thay đổi của chính đơn vị: mã trước và mã sau phải là một.");
            return;
        }

        if (predecessor.Code == UnitCode.Sector && entry is not { IsInPlace: true, Kind: SuccessionKind.Rename })
        {
            errors.Add(number, "sector", $"{UnitCode.Sector} là gốc: chỉ đổi tên được.");
            return;
        }

        var eve = entry.Day.AddDays(-1);
        if (!predecessor.LivesOn(eve) || predecessor.LivesOn(entry.Day) == entry.EndsPredecessor)
        {
            errors.Add(number, "predecessor-life", entry.EndsPredecessor
                ? $"Ngày cuối cùng của {predecessor.Code} phải là {Vietnamese.Day(eve)}."
                : $"{predecessor.Code} phải có hiệu lực trước và từ ngày {Vietnamese.Day(entry.Day)}.");
        }

        if (!successor.LivesOn(entry.Day))
        {
            errors.Add(number, "successor-life", $"{successor.Code} phải có hiệu lực vào ngày {Vietnamese.Day(entry.Day)}.");
        }
    }

    /// <summary>One unit, one day, one fate.</summary>
    private void CheckFate(IReadOnlyList<(int Number, Succession Entry)> fates)
    {
        var (number, first) = fates[0];
        if (fates.Any(fate => fate.Entry.Kind != first.Kind))
        {
            errors.Add(number, "kind-mixed", $"{first.Predecessor} có nhiều loại thay đổi trong cùng một ngày.");
        }
        else if (first.Kind is SuccessionKind.Split ? fates.Count < 2 : first.EndsPredecessor && fates.Count > 1)
        {
            errors.Add(number, "successor-count", first.Kind is SuccessionKind.Split
                ? $"{first.Predecessor} chia (split) thì phải có từ hai đơn vị kế thừa; nếu chỉ một, dùng merge hoặc rename."
                : $"{first.Predecessor} có nhiều đơn vị kế thừa; dùng split.");
        }
    }

    /// <summary>What happens on one day happens at once: nobody comes from those who come from it.</summary>
    private void CheckCircles(IReadOnlyList<(int Number, Succession Entry)> day)
    {
        var before = day.ToLookup(line => line.Entry.Successor, line => line.Entry.Predecessor);
        var ahead = day.CountBy(line => line.Entry.Predecessor).ToDictionary();
        var ends = new Queue<UnitCode>(before.Select(unit => unit.Key).Where(unit => !ahead.ContainsKey(unit)));
        while (ends.TryDequeue(out var end))
        {
            foreach (var predecessor in before[end])
            {
                if (--ahead[predecessor] == 0)
                {
                    ends.Enqueue(predecessor);
                }
            }
        }

        foreach (var (number, entry) in day.Where(line => ahead[line.Entry.Predecessor] > 0).Take(1))
        {
            errors.Add(number, "circle", $"{entry.Predecessor} kế thừa chính mình qua các đơn vị khác trong cùng một ngày.");
        }
    }
}
