using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using VksServerless.Emulation.FunctionsHost.Functions;

namespace VksServerless.Emulation.FunctionsHost.Durable;

/// <summary>
/// The Durable extension finds functions as methods with its attributes. The app's are in another process, so for each of them a
/// method is made here that hands its call on: <c>[FunctionName(…)] Task&lt;object?&gt; Name([OrchestrationTrigger] string trigger)</c>.
/// </summary>
internal static class DurableMethods
{
    private const string Orchestration = "orchestrationTrigger";
    private const string Activity = "activityTrigger";

    public static Type ClassOf(IEnumerable<Function> functions)
    {
        var type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("DurableFunctions"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("DurableFunctions")
            .DefineType("AppFunctions", TypeAttributes.Public | TypeAttributes.Class, typeof(DurableFunctions));
        DefineConstructor(type);
        foreach (var function in functions.Where(function => function.Trigger.Type is Orchestration or Activity))
        {
            DefineMethod(type, function);
        }

        return type.CreateType();
    }

    private static void DefineConstructor(TypeBuilder type)
    {
        var code = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(RunDurable)]).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(
            OpCodes.Call, typeof(DurableFunctions).GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, [typeof(RunDurable)])!);
        code.Emit(OpCodes.Ret);
    }

    private static void DefineMethod(TypeBuilder type, Function function)
    {
        var method = type.DefineMethod(function.Name, MethodAttributes.Public, typeof(Task<object?>), [typeof(string)]);
        method.SetCustomAttribute(new CustomAttributeBuilder(
            typeof(FunctionNameAttribute).GetConstructor([typeof(string)])!, [function.Name]));
        var trigger = function.Trigger.Type == Orchestration ? typeof(OrchestrationTriggerAttribute) : typeof(ActivityTriggerAttribute);
        method.DefineParameter(1, ParameterAttributes.None, function.Trigger.Name)
            .SetCustomAttribute(new CustomAttributeBuilder(trigger.GetConstructor([])!, []));
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldstr, function.Name);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, typeof(DurableFunctions).GetMethod("Run", BindingFlags.NonPublic | BindingFlags.Instance)!);
        code.Emit(OpCodes.Ret);
    }
}
