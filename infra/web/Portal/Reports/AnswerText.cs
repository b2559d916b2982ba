using VksServerless.Documents;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Reports;

/// <summary>An answer as a page shows it, and as an input takes it.</summary>
internal static class AnswerText
{
    public const string NotApplicable = "không áp dụng";

    /// <summary>To be read; of a table how many rows it has.</summary>
    public static string Shown(Answer? answer, FieldType type) => answer switch
    {
        null => Written.Nothing,
        Answer.Number number when type.Bounds is { IsOfYears: true } => number.Value.ToString("0", Vietnamese.Culture),
        Answer.Number number => FigureText.Of(number.Value),
        Answer.YesNo yesNo => yesNo.Value ? "Có" : "Không",
        Answer.Choice choice => Labels.OfOption(type, choice.Option),
        Answer.Words words => words.Text,
        Answer.Day day => Vietnamese.Day(day.Value),
        Answer.Files files => $"{files.Ids.Count} tệp",
        Answer.Rows rows => $"{rows.All.Count} dòng",
        _ => NotApplicable,
    };

    /// <summary>To be changed.</summary>
    public static string Typed(Answer? answer, FieldType type) => answer switch
    {
        Answer.Number number => TypedNumber.Write(number.Value, type.Bounds!),
        Answer.YesNo yesNo => yesNo.Value ? "yes" : "no",
        Answer.Choice choice => choice.Option,
        Answer.Words words => words.Text,
        Answer.Day day => Vietnamese.Day(day.Value),
        _ => "",
    };
}
