using System.Globalization;

namespace VksServerless.Units;

/// <summary>Reads one entry of a succession by itself and notes every fault of it.</summary>
internal sealed class SuccessionLineCheck(LineErrors errors)
{
    private static readonly Dictionary<string, SuccessionKind> Kinds =
        Enum.GetValues<SuccessionKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static string Spell(SuccessionKind kind) => Kinds.First(pair => pair.Value == kind).Key;

    /// <summary>Null when something is wrong with it, which has then been noted.</summary>
    public Succession? Read(SuccessionLine line)
    {
        var before = errors.Count;
        var predecessor = Code(line.Number, "predecessor", line.Predecessor);
        var successor = Code(line.Number, "successor", line.Successor);
        if (!Kinds.TryGetValue(line.Kind, out var kind))
        {
            errors.Add(
                line.Number, "kind", $"Loại thay đổi \"{line.Kind}\" không hợp lệ; chọn một trong: {string.Join(", ", Kinds.Keys)}.");
        }

        if (!DateOnly.TryParseExact(line.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day == DateOnly.MinValue)
        {
            errors.Add(line.Number, "day", $"Ngày \"{line.Day}\" không hợp lệ; viết theo dạng 2025-07-01.");
        }

        if (!PlainText.IsOneLine(line.Note, 500) || PlainText.LooksLikeFormula(line.Note))
        {
            errors.Add(line.Number, "note", "Ghi chú dài tối đa 500 ký tự, không có ký tự ẩn, không bắt đầu bằng =, +, - hoặc @.");
        }

        return errors.Count > before ? null : new Succession(predecessor, successor, kind, day, line.Note.Trim().Normalize());
    }

    private UnitCode Code(int line, string rule, string text)
    {
        if (!UnitCode.TryParse(text, out var code))
        {
            errors.Add(line, rule, $"Mã đơn vị \"{text}\" không hợp lệ: chỉ dùng A-Z, 0-9 và dấu gạch nối, tối đa 32 ký tự.");
        }

        return code;
    }
}
