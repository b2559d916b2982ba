using System.Text;

namespace VksServerless.Publications;

/// <summary>What the centre answers to an opinion.</summary>
/// <param name="Text">Paragraphs are separated by \n; empty where an accepted opinion needs no word.</param>
public sealed record OpinionReply(ReplyKind Kind, string Text)
{
    /// <summary>Characters (UTF-16 units).</summary>
    public const int MostText = 5_000;

    /// <summary>Opinions that are answered at once.</summary>
    public const int MostAtOnce = 500;

    /// <summary>Whether these opinions can be answered so; every fault is named at its place.</summary>
    /// <param name="known">The ids of the opinions that there are.</param>
    public static Outcome<OpinionReply> Of(IReadOnlyList<string> ids, ReplyKind kind, string? text, IReadOnlySet<string> known)
    {
        var words = (text ?? "").ReplaceLineEndings("\n").Trim();
        List<FieldError> faults = [.. FaultsOf(ids, known), .. FaultsOf(kind, words)];
        return faults.Count > 0
            ? PublicationRefusals.ReplyInvalid(faults)
            : new OpinionReply(kind, words.Normalize(NormalizationForm.FormC));
    }

    private static IEnumerable<FieldError> FaultsOf(IReadOnlyList<string> ids, IReadOnlySet<string> known) => ids.Count switch
    {
        0 => [new FieldError("/ids", "required", "Nêu ít nhất một ý kiến.")],
        > MostAtOnce => [new FieldError("/ids", "too-many", $"Mỗi lần trả lời tối đa {MostAtOnce} ý kiến.")],
        _ => from id in ids.Index()
             where !known.Contains(id.Item)
             select new FieldError(
                 $"/ids/{id.Index}", "unknown-opinion", "Không có ý kiến này trong các báo cáo đã duyệt; có thể đơn vị đã sửa ý kiến."),
    };

    private static IEnumerable<FieldError> FaultsOf(ReplyKind kind, string words) =>
        kind is ReplyKind.Explained && !words.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            ? [new FieldError("/text", "required", "Giải trình phải nêu nội dung bằng chữ.")]
        : words.Length > MostText ? [new FieldError("/text", "too-long", $"Nội dung trả lời tối đa {MostText} ký tự.")]
        : PlainText.FirstUnseen(words, lines: true) is { } unseen
            ? [new FieldError("/text", "control-character", PlainText.Told(words, unseen))]
        : [];
}

public enum ReplyKind
{
    /// <summary>Tiếp thu: the draft is changed so.</summary>
    Accepted,

    /// <summary>Giải trình: why the draft stays as it is.</summary>
    Explained,
}
