using System.Text;
using System.Text.Json;

namespace VksServerless.Reports;

/// <summary>Reads text: whole Unicode in which everything is seen, kept in NFC with \n at its line ends.</summary>
internal sealed class WordsReader(Faults faults)
{
    public string? Read(JsonElement value, int maxLength, string place)
    {
        if (value.ValueKind != JsonValueKind.String || Plain(value) is not { } text)
        {
            return faults.Add<string>(place, "wrong-type", "Nhập văn bản Unicode hợp lệ.");
        }

        var typed = text.ReplaceLineEndings("\n").Trim();
        if (PlainText.FirstUnseen(typed, lines: true) is { } unseen)
        {
            return faults.Add<string>(place, "control-character", PlainText.Told(typed, unseen));
        }

        var words = typed.Normalize(NormalizationForm.FormC);
        if (words.Length > maxLength)
        {
            return faults.Add<string>(
                place, "too-long", string.Create(Vietnamese.Culture, $"Tối đa {maxLength:#,0} ký tự; đang có {words.Length:#,0}."));
        }

        return words;
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
}
