using System.Text.Json.Nodes;

namespace VksServerless.Workbooks.Reading;

/// <summary>What a cell answers, or why that cannot be told.</summary>
/// <param name="Value">As the report takes it; null: blank.</param>
/// <param name="Rule">Null when nothing is wrong.</param>
internal readonly record struct CellAnswer(JsonNode? Value, string? Rule, string Message)
{
    public static CellAnswer Blank => default;

    public static CellAnswer Of(JsonNode value) => new(value, null, "");

    public static CellAnswer Wrong(string rule, string message) => new(null, rule, message);
}
