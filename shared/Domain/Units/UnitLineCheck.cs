using System.Globalization;
using System.Net.Mail;

namespace VksServerless.Units;

/// <summary>Reads one line of a directory file by itself and notes every fault of it.</summary>
internal sealed class UnitLineCheck(LineErrors errors)
{
    private const int MaxMails = 10;
    private const int MaxMailLength = 254;

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

    /// <summary>The level as a directory file spells it.</summary>
    public static string Spell(UnitLevel level) => Levels.First(pair => pair.Value == level).Key;

    /// <summary>Null when something is wrong with it, which has then been noted.</summary>
    public Unit? Read(UnitLine line)
    {
        var before = errors.Count;
        if (!UnitCode.TryParse(line.Code, out var code))
        {
            Wrong(line.Number, "code", $"Mã đơn vị \"{line.Code}\" không hợp lệ: chỉ dùng A-Z, 0-9 và dấu gạch nối, tối đa 32 ký tự.");
        }

        if (string.IsNullOrWhiteSpace(line.Name) || !PlainText.IsOneLine(line.Name, 200))
        {
            Wrong(line.Number, "name", "Tên đơn vị phải có từ 1 đến 200 ký tự, không có ký tự điều khiển hoặc ký tự ẩn.");
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

        if (!PlainText.IsOneLine(line.Head, 200))
        {
            Wrong(line.Number, "head", "Tên Thủ trưởng dài tối đa 200 ký tự, không có ký tự điều khiển hoặc ký tự ẩn.");
        }

        var mails = line.Mails.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (mails.Length > MaxMails)
        {
            Wrong(line.Number, "mail-count", $"Mỗi đơn vị có tối đa {MaxMails} địa chỉ thư.");
        }

        foreach (var mail in mails.Take(MaxMails).Where(mail => !IsAddress(mail)))
        {
            Wrong(line.Number, "mail", $"Địa chỉ thư \"{mail}\" không hợp lệ.");
        }

        // Refused here rather than altered on the way out: what a spreadsheet would run never gets in, and every export is a true copy.
        foreach (var text in new[] { line.Name, line.Head }.Concat(mails.Take(MaxMails)).Where(PlainText.LooksLikeFormula))
        {
            Wrong(
                line.Number, "formula",
                $"\"{text}\" bắt đầu bằng =, +, - hoặc @ nên phần mềm bảng tính sẽ hiểu là công thức; bỏ ký tự đó.");
        }

        var from = Day(line.Number, "valid_from", line.ValidFrom) ?? default;
        var to = line.ValidTo.Length == 0 ? null : Day(line.Number, "valid_to", line.ValidTo);
        if (to < from)
        {
            Wrong(line.Number, "validity", "Ngày kết thúc hiệu lực đứng trước ngày bắt đầu.");
        }

        return errors.Count > before
            ? null
            : new Unit(code, line.Name.Trim().Normalize(), level, superior, line.Head.Trim().Normalize(), mails, from, to);
    }

    /// <summary>Whether mails can be sent to it.</summary>
    public static bool IsAddress(string mail) =>
        PlainText.IsOneLine(mail, MaxMailLength) && MailAddress.TryCreate(mail, out var address) && address.Address == mail;

    private DateOnly? Day(int line, string rule, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Wrong(line, rule, $"Ngày \"{text}\" không hợp lệ; viết theo dạng 2018-07-20.");
        return null;
    }

    private void Wrong(int line, string rule, string message) => errors.Add(line, rule, message);
}
