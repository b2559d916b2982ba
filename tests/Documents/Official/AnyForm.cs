using VksServerless.Documents.Tests.Publications;
using VksServerless.Forms;

namespace VksServerless.Documents.Tests.Official;

/// <summary>A small cycle of each form that is shipped.</summary>
internal static class AnyForm
{
    public static TheoryData<string> All => [.. FormCatalogue.Shipped.Forms.Select(form => $"{form.Ref}")];

    public static SampleCycle Of(string form) => new(FormCatalogue.Shipped.Forms.Single(one => $"{one.Ref}" == form), provinces: 2);
}
