using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VksServerless.Reports;

/// <summary>Reads text: whole Unicode in which everything is seen, kept in NFC with \n at its line ends.</summary>
internal sealed class WordsReader(Faults faults)
{
    private const int MostMarks = 30;
    private const char FirstMark = '\u0300';

    public string? Read(JsonElement value, int maxLength, string place)
    {
        if (value.ValueKind != JsonValueKind.String || Plain(value) is not { } text)
        {
            return faults.Add<string>(place, "wrong-type", "Nhập văn bản Unicode hợp lệ.");
        }

        // Normalising takes time that grows with the square of a run of marks; no language needs a longer run (UAX #15, Stream-Safe).
        if (LongestRunOfMarks(text) > MostMarks)
        {
            return faults.Add<string>(place, "control-character", "Văn bản chứa chuỗi dấu bất thường; hãy xóa đi rồi nhập lại.");
        }

        var words = text.ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);
        if (words.Length > maxLength)
        {
            return faults.Add<string>(
                place, "too-long", string.Create(Vietnamese.Culture, $"Tối đa {maxLength:#,0} ký tự; đang có {words.Length:#,0}."));
        }

        return PlainText.FirstUnseen(words, lines: true) is { } unseen
            ? faults.Add<string>(place, "control-character", PlainText.Told(words, unseen))
            : words;
    }

    /// <summary>Null when an escape stands for half a surrogate pair.</summary>
    public static string? Plain(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int LongestRunOfMarks(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstMark, char.MaxValue))
        {
            return 0;
        }

        var (longest, run) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            run = rune.Value >= FirstMark
                && Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                ? run + 1
                : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
