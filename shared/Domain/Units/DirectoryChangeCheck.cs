namespace VksServerless.Units;

/// <summary>Puts a change and the directory together and gathers every fault of it, each at its line or its succession.</summary>
internal sealed class DirectoryChangeCheck(UnitDirectory before, IReadOnlyList<UnitLine> lines, IReadOnlyList<SuccessionLine> successions)
{
    private const int Existing = -1;

    private readonly LineErrors _lineErrors = new(number => number == Existing ? "/units" : $"/units/{number}");
    private readonly LineErrors _successionErrors = new(number => $"/successions/{number}");
    private readonly Dictionary<string, UnitLine> _lines = new(StringComparer.Ordinal);
    private readonly List<Succession> _followed = [];

    public Outcome<UnitDirectory> Result(string reason, string by, DateTimeOffset now)
    {
        if (lines.Count > UnitDirectory.MaxUnits || successions.Count is 0 or > SuccessionCheck.MostEntries)
        {
            _successionErrors.Add(
                0, "entry-count",
                $"Một lần thay đổi có từ 1 đến {SuccessionCheck.MostEntries} dòng kế thừa và tối đa {UnitDirectory.MaxUnits} dòng đơn vị.");
            return Refused;
        }

        var entries = new List<(int Number, Succession Entry)>();
        var reader = new SuccessionLineCheck(_successionErrors);
        entries.AddRange(successions.Select(line => (line.Number, Entry: reader.Read(line))).Where(read => read.Entry is not null)!);
        foreach (var line in lines)
        {
            Take(line);
        }

        if (_successionErrors.Count + _lineErrors.Count > 0)
        {
            return Refused;
        }

        foreach (var (_, entry) in entries.Where(read => read.Entry.EndsPredecessor))
        {
            End(entry);
        }

        TakeSubordinatesAlong(entries);
        entries = [.. entries.Select(read => (read.Number, Remember(read.Number, read.Entry)))];
        CheckAlterations(entries);
        return Together([.. entries, .. _followed.Select(entry => (successions.Count, entry))], reason, by, now);
    }

    private Outcome<UnitDirectory> Refused => DirectoryRefusals.Invalid(_lineErrors, _successionErrors);

    private void Take(UnitLine line)
    {
        var unit = UnitCode.TryParse(line.Code, out var code) ? before.Find(code) : null;
        if (unit is not null && ((line.Level.Length > 0 && line.Level != UnitLineCheck.Spell(unit.Level))
            || (line.ValidFrom.Length > 0 && line.ValidFrom != UnitLine.Of(0, unit).ValidFrom)))
        {
            _lineErrors.Add(line.Number, "fixed", $"{code} đã có trong danh bạ: cấp và ngày bắt đầu hiệu lực không đổi được.");
        }

        if (!_lines.TryAdd(line.Code, unit is null ? line : Over(UnitLine.Of(line.Number, unit), line)))
        {
            _lineErrors.Add(line.Number, "duplicate", $"Mã đơn vị {line.Code} đã có ở một dòng khác.");
        }
    }

    private static UnitLine Over(UnitLine old, UnitLine line) => old with
    {
        Name = Either(line.Name, old.Name),
        Superior = Either(line.Superior, old.Superior),
        Head = Either(line.Head, old.Head),
        Mails = Either(line.Mails, old.Mails),
        ValidTo = Either(line.ValidTo, old.ValidTo),
    };

    private static string Either(string said, string old) => said.Length > 0 ? said : old;

    /// <summary>
    /// Its last day follows from the succession and need not be said; another one that is said stays, and is a fault of the
    /// succession.
    /// </summary>
    private void End(Succession entry)
    {
        if (before.Find(entry.Predecessor) is { } unit && LineOf(unit) is { ValidTo: "" } line)
        {
            _lines[line.Code] = line with { ValidTo = UnitLine.Spell(entry.Day.AddDays(-1)) };
        }
    }

    /// <summary>A unit goes along with its superior into the only heir, unless the change says where it goes.</summary>
    private void TakeSubordinatesAlong(IReadOnlyList<(int Number, Succession Entry)> entries)
    {
        var ended = entries.Where(
            read => read.Entry.EndsPredecessor && read.Entry.Predecessor != UnitCode.Sector
                && Knows(read.Entry.Successor.ToString())).ToLookup(read => read.Entry.Predecessor);
        foreach (var unit in before.Units)
        {
            if (unit.Superior is not { } superior || ended[superior].ToList() is not { Count: > 0 } heirs
                || LineOf(unit) is var line && (line.Superior != superior.ToString() || EndsBefore(line, heirs[0].Entry.Day)))
            {
                continue;
            }

            var (number, entry) = heirs[0];
            if (heirs.Count > 1)
            {
                _successionErrors.Add(number, "subordinate-open", $"{superior} có nhiều đơn vị kế thừa: nêu cấp trên mới của {unit.Code}.");
                continue;
            }

            _lines[line.Code] = line with { Superior = entry.Successor.ToString() };
            if (unit.ValidFrom < entry.Day)
            {
                _followed.Add(
                    new Succession(unit.Code, unit.Code, SuccessionKind.Reparent, entry.Day, entry.Note) { Was = superior.ToString() });
            }
        }
    }

    private static bool EndsBefore(UnitLine line, DateOnly day) =>
        line.ValidTo.Length > 0 && string.CompareOrdinal(line.ValidTo, UnitLine.Spell(day)) < 0;

    private Succession Remember(int number, Succession entry)
    {
        if (!entry.IsInPlace || before.Find(entry.Predecessor) is not { } unit)
        {
            return entry;
        }

        var (was, becomes) = entry.Kind is SuccessionKind.Rename
            ? (unit.Name, LineOf(unit).Name.Trim().Normalize())
            : ($"{unit.Superior}", LineOf(unit).Superior);
        if (was == becomes)
        {
            _successionErrors.Add(
                number, "unaltered",
                $"{unit.Code}: nêu {(entry.Kind is SuccessionKind.Rename ? "tên" : "cấp trên")} mới ở dòng đơn vị cùng mã.");
        }

        return entry with { Was = was };
    }

    /// <summary>A name or a superior changes on a day that is on record, or an earlier period would be shown under it.</summary>
    private void CheckAlterations(IReadOnlyList<(int Number, Succession Entry)> entries)
    {
        var recorded = entries.Select(read => read.Entry).Concat(_followed).Where(entry => entry.IsInPlace)
            .Select(entry => (entry.Predecessor, entry.Kind)).ToHashSet();
        foreach (var line in lines)
        {
            if (!UnitCode.TryParse(line.Code, out var code) || before.Find(code) is not { } unit)
            {
                continue;
            }

            if (_lines[line.Code].Name.Trim().Normalize() != unit.Name && !recorded.Contains((code, SuccessionKind.Rename)))
            {
                _lineErrors.Add(line.Number, "rename-undated", $"{code} đổi tên: thêm dòng kế thừa {code} → {code}, loại rename, có ngày.");
            }

            if (_lines[line.Code].Superior != $"{unit.Superior}" && !recorded.Contains((code, SuccessionKind.Reparent)))
            {
                _lineErrors.Add(
                    line.Number, "reparent-undated", $"{code} chuyển cấp trên: thêm dòng kế thừa {code} → {code}, loại reparent, có ngày.");
            }
        }
    }

    private Outcome<UnitDirectory> Together(
        IReadOnlyList<(int Number, Succession Entry)> entries, string reason, string by, DateTimeOffset now)
    {
        IReadOnlyList<UnitLine> whole = [.. before.Units.Select(LineOf), .. _lines.Values.Where(line => !IsThere(line.Code))];
        var built = new DirectoryCheck(whole, _lineErrors).Result(units => UnitDirectory.Of(units));
        if (built.Refused)
        {
            return Refused;
        }

        new SuccessionCheck(built.Value.Find, _successionErrors).Check(
            [.. before.Changes.SelectMany(change => change.Successions).Select(entry => (successions.Count, entry)), .. entries]);
        return _successionErrors.Count + _lineErrors.Count > 0
            ? Refused
            : UnitDirectory.Of(
                built.Value.Units,
                [
                    .. before.Changes,
                    new DirectoryChange(
                        reason, by, now, [.. _lines.Keys.Select(UnitCode.Of).Order()], [.. entries.Select(read => read.Entry)])]);
    }

    private bool Knows(string code) => _lines.ContainsKey(code) || IsThere(code);

    private bool IsThere(string code) => UnitCode.TryParse(code, out var unit) && before.Find(unit) is not null;

    private UnitLine LineOf(Unit unit) => _lines.TryGetValue(unit.Code.ToString(), out var line) ? line : UnitLine.Of(Existing, unit);
}
