using System.Reflection;
using System.Runtime.Loader;

namespace VksServerless.Local.Functions;

/// <summary>
/// Loads the very assembly that is deployed. What this edition has loaded itself is taken from here, so that a port is the
/// same type on both sides; everything else comes from the application's own folder.
/// </summary>
public static class AppAssembly
{
    public static Assembly Load(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new FileNotFoundException($"There is no application at {full}. Build functions/ first, or say where it is with --app or VKS_APP.", full);
        }

        var resolver = new AssemblyDependencyResolver(full);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(full);
    }
}
