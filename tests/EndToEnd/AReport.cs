using System.Text.Json.Nodes;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Documents.Units;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.EndToEnd;

/// <summary>A whole report of the ten-year review.</summary>
public static class AReport
{
    public static Form Form { get; } = FormCatalogue.Shipped.Find(new FormRef("ung-dung-cntt-10-nam", 1))!;

    /// <param name="answers">What is answered otherwise than with the usual; null leaves the answer out.</param>
    public static JsonObject Of(string unit, params (string Field, JsonNode? Answer)[] answers)
    {
        var of = DirectoryFile.Shipped.Find(UnitCode.Of(unit))!;
        var all = new JsonObject();
        foreach (var field in Form.For(of.Code, of.Level, superior: false).SelectMany(section => section.Fields).Where(field => field.Required))
        {
            all[field.Code.ToString()] = Usual(field.Type);
        }

        foreach (var (field, answer) in answers)
        {
            all.Remove(field);
            if (answer is not null)
            {
                all[field] = answer;
            }
        }

        return new JsonObject { ["answers"] = all };
    }

    public static JsonObject Adjusted(this JsonObject report, string field, int amount, string reason)
    {
        report["adjustments"] = new JsonArray(new JsonObject { ["field"] = field, ["amount"] = amount, ["reason"] = reason });
        return report;
    }

    private static JsonNode Usual(FieldType type) => type switch
    {
        { Bounds: not null } => 10,
        FieldType.YesNo => true,
        FieldType.Choice choice => choice.Options[0].Code,
        _ => "Đã thực hiện đầy đủ.",
    };
}
