using System.Text.Json;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>
/// Reads why unusual values are as they are, <c>[ { rule, text } ]</c>. Which values they explain is for the system to say.
/// </summary>
internal sealed class ExplanationReader(Form form, Faults faults)
{
    private readonly WordsReader _words = new(faults);

    /// <summary>By rule.</summary>
    public IReadOnlyDictionary<string, string> Read(JsonElement sent)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (index, part) in sent.EnumerateArray().Index())
        {
            var place = $"/explanations/{index}";
            if (part.ValueKind != JsonValueKind.Object
                || part.EnumerateObject().Any(property => property.Name is not ("rule" or "text" or "of"))
                || !part.TryGetProperty("rule", out var rule) || rule.ValueKind != JsonValueKind.String
                || !part.TryGetProperty("text", out var text))
            {
                faults.Add(place, "wrong-type", "Mỗi giải trình gồm rule (mã quy tắc) và text.");
            }
            else if (
                WordsReader.Plain(rule) is not { } code || form.Rules.All(known => known.Code != code || known.Severity != Severity.Query))
            {
                faults.Add($"{place}/rule", "unknown-rule", "Biểu mẫu không có cảnh báo này.");
            }
            else if (_words.Read(text, Reason.MaxLength, $"{place}/text") is { } words
                && (Reason.Check(words) is not null ? faults.Add<string>($"{place}/text", "required", "Giải trình phải nêu lý do bằng chữ.")
                    : words) is { } explained
                && !texts.TryAdd(code, explained))
            {
                faults.Add($"{place}/rule", "duplicate", "Mỗi cảnh báo chỉ giải trình một lần.");
            }
        }

        return texts;
    }
}
