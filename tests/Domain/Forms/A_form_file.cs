using System.Text;
using System.Text.Json.Nodes;
using VksServerless.Forms;

namespace VksServerless.Tests.Forms;

/// <summary>The smallest usable form file, to be spoilt in one place.</summary>
internal static class A_form_file
{
    private const string Whole = """
        {
          "code": "bao-cao", "version": 1, "title": "Báo cáo",
          "sections": [
            {
              "code": "chung", "number": "I", "title": "Phần chung",
              "fields": [
                { "code": "so_may", "label": "Số máy", "type": { "kind": "integer", "min": 0, "max": 10 }, "aggregation": "sum" },
                { "code": "y_kien", "label": "Ý kiến", "type": { "kind": "text", "maxLength": 100 } },
                { "code": "so_nguoi", "label": "Số người", "type": { "kind": "integer" }, "aggregation": "sum" },
                { "code": "so_phong", "label": "Số phòng", "type": { "kind": "integer" }, "aggregation": "sum" }
              ]
            }
          ]
        }
        """;

    public static Form Read() => Read(_ => { });

    public static Form Read(Action<Parts> spoil)
    {
        var form = JsonNode.Parse(Whole)!.AsObject();
        spoil(new Parts(form));
        return Read(form.ToJsonString());
    }

    public static Form Read(string text) => FormCatalogue.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    internal sealed record Parts(JsonObject Form)
    {
        public JsonArray Sections => Form["sections"]!.AsArray();

        public JsonObject Section => Sections[0]!.AsObject();

        public JsonArray Fields => Section["fields"]!.AsArray();

        public JsonObject Field => Fields[0]!.AsObject();

        /// <summary>Makes the first field one of this type, not aggregated unless said.</summary>
        public Parts Ask(string type, string aggregation = "none")
        {
            Field["type"] = JsonNode.Parse(type);
            Field["aggregation"] = aggregation;
            return this;
        }

        /// <summary>What that aggregation wants to be told of the first field.</summary>
        public void With(string aggregation)
        {
            if (aggregation == "weighted-mean")
            {
                Field["weight"] = "so_nguoi";
            }
            else if (aggregation == "ratio")
            {
                (Field["numerator"], Field["denominator"]) = ("so_phong", "so_nguoi");
            }
        }
    }
}
