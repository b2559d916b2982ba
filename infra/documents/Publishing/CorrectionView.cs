using VksServerless.Forms;
using VksServerless.Publishing;

namespace VksServerless.Documents.Publishing;

/// <summary>Đính chính: what it was, and what it is now.</summary>
internal sealed record CorrectionView(string Number, string Reason, IReadOnlyList<ChangeView> Figures, IReadOnlyList<ChangeView> Sources)
{
    public static CorrectionView Of(PublishedCorrection corrects, Form form, ReportUnits units) => new(
        corrects.Number,
        corrects.Reason,
        [
            .. corrects.Figures.Select(change => form.Find(change.Field) is { } field
                ? new ChangeView(Labels.WithMeasure(field), Text(change.Before, field), Text(change.After, field))
                : new ChangeView(change.Field, Or(change.Before), Or(change.After))),
        ],
        [.. corrects.Sources.Select(change => new ChangeView(units.NameOf(change.Unit), Version(change.Before), Version(change.After)))]);

    private static string Version(int? version) => version is { } number ? $"Bản {Written.Count(number)}" : Written.Nothing;

    /// <summary>Counts are written as "yes: 61; no: 2": the reader sees the options' labels instead of their codes.</summary>
    private static string Text(string text, Field field) => field.Aggregation == AggregationMethod.Tally && text.Length > 0
        ? string.Join("; ", text.Split("; ").Select(part => part.Split(": ", 2)).Select(part => part.Length == 2 ? $"{Labels.OfOption(field, part[0])}: {part[1]}" : part[0]))
        : Or(text);

    private static string Or(string text) => text.Length == 0 ? Written.Nothing : text;
}

internal sealed record ChangeView(string What, string Before, string After);
