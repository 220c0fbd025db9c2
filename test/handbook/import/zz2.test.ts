import { readFileSync, readdirSync, mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { test } from 'vitest';
import { planImport } from '/work/main/src/handbook/import/plan-import.ts';
import { writeImport } from '/work/main/src/handbook/import/write-import.ts';
import { readHandbook } from '/work/main/src/handbook/read-handbook.ts';
const run=(dir:string,label:string)=>{ const t=performance.now(); const {value}=planImport(dir); if(!value){console.log(label,'none');return;} const to='/tmp/imp/h-out'; rmSync(to,{recursive:true,force:true}); const r=writeImport(value,to);
 const {value:h,problems}=readHandbook(to); console.log(label, Math.round(performance.now()-t)+'ms', value.texts.length,'texts',h.entries.length,'entries; hidden',r.lookFirst.hidden.length,'problems',r.lookFirst.problems.length, problems.filter(p=>p.severity==='error').map(p=>p.file+':'+p.line+' '+p.code+' '+p.message)); };
test('hostile', ()=>{ run('/work/shared/hostile','hostile'); }, 120000);

import { unified } from '/work/main/node_modules/unified/index.js'; 
import { parseMarkdown } from '/work/main/src/handbook/import/parse-markdown.ts';
const big:Record<string,string>={ 'esc.md':'\\(a\\) \\- b \\_c\\_\n'.repeat(1000), 'tags.md':'<a <a <a '.repeat(2000), 'links.md':'[x](y.md) '.repeat(1000), 'br.md':'['.repeat(2000), 'q.md':'> '.repeat(300)+'x', 'html.md': '<img src="x\n'.repeat(1000)};
for (const [k,v] of Object.entries(big)) test('big '+k, ()=>{ const t=performance.now(); parseMarkdown(v); console.log(k,'parse alone',Math.round(performance.now()-t)); const d='/tmp/imp/big'; rmSync(d,{recursive:true,force:true}); mkdirSync(d); writeFileSync(d+'/'+k,v); const t2=performance.now(); planImport(d); console.log('plan', Math.round(performance.now()-t2)); run(d,k); }, 60000);
test('corpora prefix fuzz', ()=>{ let n=0; const root='/work/shared/corpora'; const files=readdirSync(root,{recursive:true}).map(String).filter(f=>/\.md$/.test(f)); const d='/tmp/imp/fz'; rmSync(d,{recursive:true,force:true}); mkdirSync(d);
 let seed=7; const rnd=()=>{seed=(seed*1103515245+12345)&0x7fffffff; return seed/0x7fffffff;};
 const bits=['---\n','\\(','`','```\n','<a href="','[x](','](a b.md)','{{#include x}}','\r\n','> ','&amp;','<!--','+++\n','|','[^1]','\\'];
 for(const f of files){ let t=readFileSync(root+'/'+f,'utf8'); for(let i=0;i<20;i++){const p=Math.floor(rnd()*t.length); t=t.slice(0,p)+bits[Math.floor(rnd()*bits.length)]+t.slice(p);} writeFileSync(d+`/f${n++}.md`,t);} run(d,'fuzz'); },120000);
