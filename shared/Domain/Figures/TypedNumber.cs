using System.Globalization;
using System.Text;
using VksServerless.Forms;

namespace VksServerless.Figures;

/// <summary>
/// Reads a number as people type or paste it: 1.234.567,89 as Vietnamese documents write it, and 1234567.89 or 1,234,567.89 where that can
/// mean nothing else. What could mean two numbers is asked back, never guessed.
/// </summary>
public static class TypedNumber
{
    private const int LongestNumber = 60;

    /// <returns>Null when nothing was typed; refused with the message that belongs beside the field.</returns>
    public static Outcome<decimal?> Read(string typed, NumericBounds bounds)
    {
        var text = Clean(typed);
        if (text.Length == 0)
        {
            return (decimal?)null;
        }

        var negative = text[0] == '-';
        var digits = text.TrimStart('-', '+');
        if (text.Length > LongestNumber || digits.Length < text.Length - 1 || !digits.Any(char.IsAsciiDigit)
            || digits.Any(letter => !char.IsAsciiDigit(letter) && letter is not ('.' or ',')))
        {
            return Wrong(bounds.Scale == 0 ? "Chỉ nhập chữ số, ví dụ 1.234." : "Chỉ nhập chữ số, ví dụ 1.234,5.");
        }

        return Whole(digits, bounds) is not { } plain
            ? Wrong($"Không rõ \"{typed.Trim()}\" là số nào. Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân, ví dụ 1.234,5.")
            : plain.Contains('?', StringComparison.Ordinal)
            ? Wrong(AskBack(digits))
            : decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? negative ? -number : number
            : Wrong("Số này quá lớn.");
    }

    /// <summary>As a field shows it to be changed: typed back it is the same number.</summary>
    public static string Write(decimal number, NumericBounds bounds) =>
        number.ToString(bounds.Scale == 0 ? "#,0" : "#,0.0#####", Vietnamese.Culture);

    /// <returns>With a point before the decimals; "?" where it could be two numbers; null where it is none.</returns>
    private static string? Whole(string digits, NumericBounds bounds)
    {
        var (points, commas) = (digits.Count(letter => letter == '.'), digits.Count(letter => letter == ','));
        if (points > 0 && commas > 0)
        {
            var last = digits.LastIndexOfAny(['.', ',']);
            var (group, mark) = digits[last] == ',' ? ('.', ',') : (',', '.');
            return digits.Count(letter => letter == mark) == 1 && Ungroup(digits[..last], group) is { } whole
                ? $"{whole}.{digits[(last + 1)..]}"
                : null;
        }

        if (points + commas == 0)
        {
            return digits;
        }

        var sign = points > 0 ? '.' : ',';
        if (points + commas > 1 || (bounds.Scale == 0 && Ungroup(digits, sign) is not null))
        {
            return Ungroup(digits, sign);
        }

        // One sign, of a number that may have decimals: three digits after it could be thousands as well, unless a comma is followed by as
        // many decimals as the field takes.
        return bounds.Scale > 0 && Ungroup(digits, sign) is not null && (sign == '.' || bounds.Scale < 3) ? "?" : digits.Replace(',', '.');
    }

    private static string? Ungroup(string digits, char sign)
    {
        var groups = digits.Split(sign);
        return groups[0].Length is >= 1 and <= 3 && groups[0] != "0" && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsAsciiDigit))
                ? string.Concat(groups)
                : null;
    }

    private static string AskBack(string digits)
    {
        var parts = digits.Split('.', ',');
        return $"\"{digits}\" là {parts[0]}{parts[1]} hay {parts[0]},{parts[1].TrimEnd('0').PadRight(1, '0')}? "
            + $"Hãy ghi {parts[0]}{parts[1]} hoặc {parts[0]},{parts[1].TrimEnd('0').PadRight(1, '0')} cho rõ.";
    }

    /// <summary>Without the many kinds of space, and with the plain minus.</summary>
    private static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var letter in typed.Normalize(NormalizationForm.FormKC))
        {
            if (letter is '\u2212' or '\u2013')
            {
                clean.Append('-');
            }
            else if (!char.IsWhiteSpace(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.Format)
            {
                clean.Append(letter);
            }
        }

        return clean.ToString();
    }

    private static Refusal Wrong(string message) => new(RefusalKind.Invalid, "number-unreadable", "Chưa đọc được số", message);
}
