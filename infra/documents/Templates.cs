using System.Text;
using HandlebarsDotNet;
using VksServerless.Documents.Charts;

namespace VksServerless.Documents;

/// <summary>The pages' templates, embedded as *.hbs: each can be rendered and each can be included in another by its name.</summary>
internal static class Templates
{
    private static readonly IHandlebars Engine = Create();

    /// <summary>
    /// Everything that a template shows is escaped, for none of them uses triple braces; only a chart, which escapes its own names, is
    /// written as it is, by {{drawing}}.
    /// </summary>
    public static Func<object, ReadOnlyMemory<byte>> Compile(string name)
    {
        var template = Engine.Compile($"{{{{> {name}}}}}");
        return view => Encoding.UTF8.GetBytes(template(view));
    }

    private static IHandlebars Create()
    {
        // A name in a template that its view does not have is a slip of ours and must not come out as a blank.
        var engine = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });
        engine.RegisterHelper("drawing", (output, _, arguments) => output.WriteSafeString(((Chart)arguments[0]!).Svg!));
        foreach (var name in typeof(Templates).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".hbs", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(typeof(Templates).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            engine.RegisterTemplate(name[..^".hbs".Length], text.ReadToEnd());
        }

        return engine;
    }
}
