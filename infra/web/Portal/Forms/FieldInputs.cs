using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>Which input of the page of a field a fault is about.</summary>
internal static class FieldInputs
{
    /// <param name="rest">The pointer within the field, in parts.</param>
    /// <returns>The id of the input.</returns>
    public static string Of(string[] rest, FieldType type) => rest switch
    {
        ["type", "options", var row, ..] => $"option-label-{row}",
        ["type", "options"] => "option-label-0",
        ["type", "columns", var column, "type", "options", ..] => $"c-{column}-options",
        ["type", "columns", var column, "type", var setting, ..] => $"c-{column}-{setting}",
        ["type", "columns", var column, "type"] => $"c-{column}-kind",
        ["type", "columns", var column, ..] => $"c-{column}-label",
        ["type", "columns"] => "c-0-label",
        ["type", var setting] => setting,
        ["type"] => type switch
        {
            FieldType.Narrative or FieldType.Text => "maxLength",
            FieldType.Attachment => "maxFiles",
            FieldType.Table => "maxRows",
            _ => "min",
        },
        ["groupBy", ..] => "groupBy-0",
        ["ranked"] => "ranked",
        [var input, ..] => input,
        _ => "label",
    };

    /// <param name="place">The pointer within the field.</param>
    public static string Of(string place, FieldType type) => Of(place.Split('/', StringSplitOptions.RemoveEmptyEntries), type);
}

/// <summary>Which input of the page of a rule a fault is about.</summary>
internal static class RuleInputs
{
    /// <param name="rest">The pointer within the rule, in parts.</param>
    public static string Of(string[] rest) => rest switch
    {
        ["fields", ..] => "first",
        ["message"] => "message",
        _ => "holds",
    };
}
