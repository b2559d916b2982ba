namespace VksServerless.Units;

/// <summary>Puts the lines of a directory file together into a tree and gathers every fault, each with its line.</summary>
internal sealed class DirectoryCheck
{
    private const int MaxDepth = 6;

    private readonly IReadOnlyList<UnitLine> _lines;
    private readonly LineErrors _errors;
    private readonly UnitLineCheck _lineCheck;
    private readonly Dictionary<UnitCode, (Unit Unit, int Line)> _units = [];

    // A line that is wrong in itself still counts as a superior, so that one fault is not told once for every subordinate.
    private readonly HashSet<UnitCode> _mentioned = [];

    public DirectoryCheck(IReadOnlyList<UnitLine> lines, LineErrors? errors = null)
    {
        _lines = lines;
        _errors = errors ?? new LineErrors();
        _lineCheck = new UnitLineCheck(_errors);
    }

    public Outcome<UnitDirectory> Result(Func<IReadOnlyList<Unit>, UnitDirectory> build)
    {
        if (_lines.Count is 0 or > UnitDirectory.MaxUnits)
        {
            Wrong(1, "line-count", $"Danh bạ phải có từ 1 đến {UnitDirectory.MaxUnits} dòng đơn vị.");
            return DirectoryRefusals.Invalid(_errors);
        }

        foreach (var line in _lines)
        {
            Read(line);
        }

        foreach (var (unit, line) in _units.Values)
        {
            CheckPlace(unit, line);
        }

        if (!_mentioned.Contains(UnitCode.Sector))
        {
            Wrong(1, "sector-missing", $"Thiếu đơn vị gốc {UnitCode.Sector}.");
        }

        return _errors.Count > 0
            ? DirectoryRefusals.Invalid(_errors)
            : build([.. _units.Values.Select(entry => entry.Unit)]);
    }

    private void Read(UnitLine line)
    {
        if (UnitCode.TryParse(line.Code, out var code))
        {
            _mentioned.Add(code);
        }

        if (_lineCheck.Read(line) is { } unit && !_units.TryAdd(code, (unit, line.Number)))
        {
            Wrong(line.Number, "duplicate", $"Mã đơn vị {code} đã có ở dòng {_units[code].Line}.");
        }
    }

    private void CheckPlace(Unit unit, int line)
    {
        if (unit.Code == UnitCode.Sector)
        {
            if (unit.Superior is not null || unit.Level != UnitLevel.Sector)
            {
                Wrong(line, "sector", $"{UnitCode.Sector} là gốc: không có cấp trên, cấp là sector.");
            }

            return;
        }

        if (unit.Superior is not { } superior || !_mentioned.Contains(superior))
        {
            Wrong(line, "superior-unknown", $"Đơn vị cấp trên \"{unit.Superior}\" không có trong danh bạ.");
            return;
        }

        if (!_units.TryGetValue(superior, out var above))
        {
            return;
        }

        if (unit.Level == UnitLevel.Sector || (unit.Level == UnitLevel.District && above.Unit.Level != UnitLevel.Province))
        {
            Wrong(line, "superior-level", "Chỉ có một đơn vị gốc; đơn vị cấp huyện, khu vực phải trực thuộc một đơn vị cấp tỉnh.");
        }

        var depth = 0;
        for (var at = unit; at.Superior is { } next && _units.TryGetValue(next, out var entry); at = entry.Unit)
        {
            if (++depth > MaxDepth)
            {
                Wrong(line, "superior-cycle", "Quan hệ cấp trên tạo thành vòng hoặc sâu quá 6 cấp.");
                return;
            }
        }
    }

    private void Wrong(int line, string rule, string message) => _errors.Add(line, rule, message);
}
