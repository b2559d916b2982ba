using System.Globalization;
using System.Net.Mail;

namespace VksServerless.Units;

/// <summary>Reads the lines of a directory file into units and gathers every fault, each with its line.</summary>
internal sealed class DirectoryCheck(IReadOnlyList<UnitLine> lines)
{
    public const int MaxUnits = 50_000;
    private const int MaxDepth = 6;

    private static readonly Dictionary<string, UnitLevel> Levels = new(StringComparer.Ordinal)
    {
        ["sector"] = UnitLevel.Sector,
        ["department"] = UnitLevel.Department,
        ["high-level"] = UnitLevel.HighLevel,
        ["military"] = UnitLevel.Military,
        ["press"] = UnitLevel.Press,
        ["school"] = UnitLevel.School,
        ["province"] = UnitLevel.Province,
        ["district"] = UnitLevel.District,
    };

    private readonly List<FieldError> _errors = [];
    private readonly Dictionary<UnitCode, (Unit Unit, int Line)> _units = [];

    /// <summary>The level as a directory file spells it.</summary>
    public static string Spell(UnitLevel level) => Levels.First(pair => pair.Value == level).Key;

    public Outcome<UnitDirectory> Result(Func<IReadOnlyList<Unit>, UnitDirectory> build)
    {
        if (lines.Count is 0 or > MaxUnits)
        {
            Wrong(1, "line-count", $"Danh bạ phải có từ 1 đến {MaxUnits} dòng đơn vị.");
            return DirectoryRefusals.Invalid(_errors);
        }

        foreach (var line in lines)
        {
            Read(line);
        }

        foreach (var (unit, line) in _units.Values)
        {
            CheckPlace(unit, line);
        }

        if (!_units.ContainsKey(UnitCode.Sector))
        {
            Wrong(1, "sector-missing", $"Thiếu đơn vị gốc {UnitCode.Sector}.");
        }

        return _errors.Count > 0
            ? DirectoryRefusals.Invalid([.. _errors.OrderBy(error => int.Parse(error.Place.AsSpan(5), CultureInfo.InvariantCulture))])
            : build([.. _units.Values.Select(entry => entry.Unit)]);
    }

    private void Read(UnitLine line)
    {
        var before = _errors.Count;
        if (!UnitCode.TryParse(line.Code, out var code))
        {
            Wrong(line.Number, "code", $"Mã đơn vị \"{line.Code}\" không hợp lệ: chỉ dùng A-Z, 0-9 và dấu gạch nối, tối đa 32 ký tự.");
        }

        if (string.IsNullOrWhiteSpace(line.Name) || line.Name.Length > 200 || line.Name.Any(char.IsControl))
        {
            Wrong(line.Number, "name", "Tên đơn vị phải có từ 1 đến 200 ký tự.");
        }

        if (!Levels.TryGetValue(line.Level, out var level))
        {
            Wrong(line.Number, "level", $"Cấp \"{line.Level}\" không hợp lệ; chọn một trong: {string.Join(", ", Levels.Keys)}.");
        }

        UnitCode? superior = null;
        if (line.Superior.Length > 0)
        {
            if (UnitCode.TryParse(line.Superior, out var parsed))
            {
                superior = parsed;
            }
            else
            {
                Wrong(line.Number, "superior", $"Mã đơn vị cấp trên \"{line.Superior}\" không hợp lệ.");
            }
        }

        if (line.Head.Length > 200 || line.Head.Any(char.IsControl))
        {
            Wrong(line.Number, "head", "Tên Thủ trưởng dài tối đa 200 ký tự.");
        }

        var mails = line.Mails.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var mail in mails.Where(mail => mail.Any(char.IsControl) || !MailAddress.TryCreate(mail, out var address) || address.Address != mail))
        {
            Wrong(line.Number, "mail", $"Địa chỉ thư \"{mail}\" không hợp lệ.");
        }

        var from = Day(line.Number, "valid_from", line.ValidFrom) ?? default;
        var to = line.ValidTo.Length == 0 ? null : Day(line.Number, "valid_to", line.ValidTo);
        if (to < from)
        {
            Wrong(line.Number, "validity", "Ngày kết thúc hiệu lực đứng trước ngày bắt đầu.");
        }

        if (_errors.Count > before)
        {
            return;
        }

        if (!_units.TryAdd(code, (new Unit(code, line.Name.Trim().Normalize(), level, superior, line.Head.Trim(), mails, from, to), line.Number)))
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

        if (unit.Superior is not { } superior || !_units.TryGetValue(superior, out var above))
        {
            Wrong(line, "superior-unknown", $"Đơn vị cấp trên \"{unit.Superior}\" không có trong danh bạ.");
            return;
        }

        if (unit.Level == UnitLevel.Sector || (unit.Level == UnitLevel.District && above.Unit.Level != UnitLevel.Province))
        {
            Wrong(line, "superior-level", "Chỉ có một đơn vị gốc; đơn vị cấp huyện phải trực thuộc một đơn vị cấp tỉnh.");
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

    private DateOnly? Day(int line, string rule, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Wrong(line, rule, $"Ngày \"{text}\" không hợp lệ; viết theo dạng 2018-07-20.");
        return null;
    }

    private void Wrong(int line, string rule, string message) =>
        _errors.Add(new FieldError(string.Create(CultureInfo.InvariantCulture, $"line {line}"), rule, message));
}
