import { Visitor } from '@swc/core/Visitor.js';
import { cruise } from 'dependency-cruiser';
import { task } from '../task.ts';
import { rules } from './border-rules.ts';

// dependency-cruiser reads TypeScript with swc, whose visitor does not know `using` yet: it is a declaration.
const visitStatement = Visitor.prototype.visitStatement;
Visitor.prototype.visitStatement = function (statement) {
  const { type }: { type: string } = statement;
  return type === 'UsingDeclaration' ? statement : visitStatement.call(this, statement);
};

await task(async () => {
  const { output } = await cruise(['shared', 'worker', 'extension', 'scripts', 'test'], {
    ruleSet: { forbidden: rules },
    validate: true,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', 'shared/messages/paraglide/messages/'] },
    exclude: { path: ['[.]css$', '^test/fixtures/'] },
    outputType: 'err',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  });
  if (typeof output !== 'string') throw new Error('dependency-cruiser said nothing that can be read.');
  // It goes on about a TypeScript compiler that swc stands in for here.
  console.log(output.split('‼')[0]?.trim());
  if (/^\s*error /m.test(output)) process.exitCode = 1;
});
