using System.Globalization;
using System.Text.Json;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>Reads exact numbers: the digits as sent are judged, never a rounded double.</summary>
internal sealed class NumberReader(Faults faults)
{
    public decimal? Read(JsonElement value, NumericBounds bounds, string place)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return faults.Add<decimal?>(place, "wrong-type", bounds.Scale == 0
                ? "Chỉ nhập chữ số, ví dụ 1234."
                : "Chỉ nhập chữ số, phần thập phân sau dấu chấm, ví dụ 1234.56.");
        }

        // 1e400 and 40-digit numbers have no decimal.
        if (value.GetRawText() is not { Length: <= 40 } digits
            || !decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || number < bounds.Min || number > bounds.Max)
        {
            return faults.Add<decimal?>(place, "out-of-range", string.Create(
                Vietnamese.Culture,
                $"{(bounds.Scale == 0 ? "Nhập số nguyên" : "Giá trị phải")} từ {bounds.Min:#,0.######} đến {bounds.Max:#,0.######}."));
        }

        return decimal.Round(number, bounds.Scale) != number || WasRounded(digits, number)
            ? faults.Add<decimal?>(
                place, "too-precise", bounds.Scale == 0 ? "Chỉ nhận số nguyên, ví dụ 1234." : $"Tối đa {bounds.Scale} chữ số thập phân.")
            : Exact.Normalise(number);
    }

    /// <summary>A decimal holds 28 digits: what goes beyond is dropped without a word, and 1e-400 becomes 0.</summary>
    private static bool WasRounded(string digits, decimal number)
    {
        var mantissa = digits.Split('e', 'E')[0].Replace(".", "", StringComparison.Ordinal).Trim('-', '0').TrimEnd('0');
        return mantissa.Length > 28 || (number == 0 && mantissa.Length > 0);
    }
}
