using VksServerless.Forms;

namespace VksServerless.Workbooks.Layout;

/// <summary>What cells say where the answer is no number, day or text.</summary>
internal static class CellWords
{
    public const string Yes = "Có";
    public const string No = "Không";
    public const string NotApplicable = "Không áp dụng";
    public const string Calculated = "hệ thống tính";

    /// <summary>
    /// The label of an option; with its code behind it where another option has that label, or where it could be taken for an answer of
    /// another kind.
    /// </summary>
    public static string Of(FieldType.Choice choice, Option option) =>
        option.Label.Length <= 240 && Search.Plain(option.Label) != Search.Plain(NotApplicable)
            && choice.Options.All(other => other == option || !IsCalled(other, option.Label))
            ? option.Label
            : $"{(option.Label.Length <= 180 ? option.Label : option.Label[..180])} [{option.Code}]";

    public static string Of(FieldType.Choice choice, string code) =>
        choice.Options.FirstOrDefault(option => option.Code == code) is { } option ? Of(choice, option) : code;

    /// <summary>What a list offers; null: the type has none.</summary>
    public static IReadOnlyList<string>? ListOf(FieldType type, bool mayNotApply)
    {
        IEnumerable<string>? words = type switch
        {
            FieldType.YesNo => [Yes, No],
            FieldType.Choice choice => choice.Options.Select(option => Of(choice, option)),
            _ => null,
        };
        return words is null ? null : [.. mayNotApply ? words.Append(NotApplicable) : words];
    }

    /// <summary>The header of a column, by which it is recognised too.</summary>
    public static string HeaderOf(Column column) =>
        $"{column.Label}{(column.Measure.Length > 0 ? $" ({column.Measure})" : "")}{(column.Required ? " *" : "")}";

    private static bool IsCalled(Option option, string word) =>
        Search.Plain(option.Label) == Search.Plain(word) || Search.Plain(option.Code) == Search.Plain(word);
}
